import { LabelError } from '../../../errors.ts';
import { isStaff } from '../../../policies/who.ts';
import { calendarUid } from '../../common/calendarText.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { DigestLine } from '../digest/digestLine.ts';
import { linesOf } from '../digest/digestOf.ts';
import { viewOf } from '../viewOf.ts';
import { daySources } from './daySources.ts';
import { ownDates } from './ownDates.ts';

/** Most dates of each kind of thing in one calendar. */
const maxOfKind = 200;

/** A line of somebody's day that stands on a day, as their calendar knows it again. */
export type DatedLine = DigestLine & { readonly uid: string };

/** The sessions and deadlines of somebody of the staff, without those of colleagues: nothing that their own pages would not show them. */
export async function dayCalendar(deps: Deps, asker: Asker): Promise<readonly DatedLine[]> {
  if (!isStaff(asker)) throw new LabelError('forbidden');
  const found = await linesOf(deps, asker, daySources, maxOfKind);
  return dated(
    found.flatMap(({ lines }) => lines).filter(({ whose }) => whose !== 'others'),
    (line) => calendarUid(deps.publicUrl, line.path),
  );
}

/** Everything of a person that stands on a day, in their roles and in their organisations: nothing that their own pages would not show them. */
export async function feedCalendar(deps: Deps, asker: Asker): Promise<readonly DatedLine[]> {
  const own = { ...deps, store: deps.store.seenBy(await viewOf(deps, { shows: 'own' }, asker)) };
  const [office, mine] = await Promise.all([
    isStaff(asker) ? dayCalendar(deps, asker) : [],
    ownDates(own, asker),
  ]);
  // Two things that a label asks for may be done on one page.
  return [
    ...office,
    ...dated(mine, ({ path, what }) => calendarUid(deps.publicUrl, `${path}.${what.split('.').at(-1)}`)),
  ];
}

/** The lines that stand on a day, each once. */
function dated(lines: readonly DigestLine[], uidOf: (line: DigestLine) => string): DatedLine[] {
  const byUid = new Map<string, DatedLine>();
  for (const line of lines) {
    const uid = uidOf(line);
    if (line.dueOn !== null && !byUid.has(uid)) byUid.set(uid, { ...line, uid });
  }
  return [...byUid.values()];
}
