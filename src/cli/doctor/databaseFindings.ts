import type { examine } from '../../boot/examine.ts';
import type { Finding } from './finding.ts';

type Report = Awaited<ReturnType<ReturnType<typeof examine>['database']>>;

/** The oldest release series that its maker still maintains; the service itself runs from 6.0 on. */
const maintained = 7;
const oldest = 6;
/** How far (ms) the clocks of this machine and of the database may be apart. */
const apart = { soon: 2_000, now: 60_000 };

/** Findings about the server and the database. */
export function databaseFindings(report: Report): Finding[] {
  return [server(report), clocks(report), migrations(report), indexes(report)];
}

function server({ version, isSet }: Report): Finding {
  const what = 'Database server';
  const series = Number.parseInt(version, 10);
  if (!isSet)
    return {
      ...{
        light: 'now',
        what,
        says: `MongoDB ${version} runs without a replica set, so without transactions.`,
      },
      todo: 'Start it with --replSet and initiate the set (one member is enough), or name another server in MONGODB_URI.',
    };
  if (series < oldest)
    return { light: 'now', what, says: `MongoDB ${version} is too old.`, todo: 'Use 8.0, or at least 6.0.' };
  if (series < maintained)
    return {
      ...{ light: 'soon', what, says: `MongoDB ${version} answers, but no longer receives security fixes.` },
      todo: 'Upgrade to a maintained release and name it in MONGODB_URI (docs/operation.md#the-database).',
    };
  return { light: 'good', what, says: `MongoDB ${version} answers, with transactions.` };
}

function clocks({ aheadMs, withinMs }: Report): Finding {
  const far = Math.max(0, Math.abs(aheadMs) - withinMs);
  const light = far > apart.now ? 'now' : far > apart.soon ? 'soon' : 'good';
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  return {
    ...{ light, what: 'Clocks' },
    says:
      light === 'good'
        ? 'Database and this machine agree.'
        : `The clock of the database is ${Math.round(far / 1000)} s ${where} that of this machine.`,
    todo: 'Set both by NTP (timedatectl, chronyc tracking): deadlines, sign-in codes and leases depend on them.',
  };
}

function migrations({ migrations: { toExpand, toContract, unknown } }: Report): Finding {
  const what = 'Migrations';
  if (unknown.length > 0)
    return {
      ...{ light: 'now', what, says: `A newer version has changed the database (${unknown.join(', ')}).` },
      todo: 'Run that version or a newer one; this one may run beside it only during an upgrade.',
    };
  if (toExpand.length > 0)
    return {
      ...{ light: 'soon', what, says: `Not run yet: ${toExpand.join(', ')}.` },
      todo: 'The next start of this version runs them, and so does "made-in-ess migrate".',
    };
  if (toContract.length > 0)
    return {
      ...{
        light: 'soon',
        what,
        says: `Parts that only older versions need still exist: ${toContract.join(', ')}.`,
      },
      todo: 'Once no older version runs, "made-in-ess migrate --contract" removes them.',
    };
  return { light: 'good', what, says: 'All have run, and this version knows them all.' };
}

function indexes({ missingIndexes }: Report): Finding {
  const what = 'Indexes';
  if (missingIndexes.length === 0) return { light: 'good', what, says: 'All exist.' };
  return {
    ...{
      light: 'now',
      what,
      says: `${missingIndexes.length} missing: ${missingIndexes.slice(0, 5).join(', ')}.`,
    },
    todo: '"made-in-ess migrate" creates them again; until then pages are slow, and nothing enforces unique values.',
  };
}
