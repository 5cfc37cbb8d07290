import { Resolver } from 'node:dns/promises';
import { tmpdir } from 'node:os';
import { examine } from '../boot/examine.ts';
import { issuerSettings } from '../boot/issuerSettings.ts';
import { openHealth } from '../boot/openHealth.ts';
import { startWarnings } from '../boot/startWarnings.ts';
import { readHealth } from '../commands/desk/health/viewHealth.ts';
import type { ChainFault } from '../commands/ports/journalPorts.ts';
import { type Config, readConfig } from '../config.ts';
import { createI18n } from '../i18n/i18n.ts';
import { createScanner } from '../intake/createScanner.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { databaseFindings } from './doctor/databaseFindings.ts';
import { type Finding, linesOf, said } from './doctor/finding.ts';
import { healthFindings } from './doctor/healthFindings.ts';
import { type Dns, mailDomainFindings } from './doctor/mailDomain.ts';
import { publicAddressFindings } from './doctor/publicAddress.ts';
import { timeFindings } from './doctor/timeFindings.ts';
import { sentence } from './journalVerify.ts';
import { withStorage } from './withStorage.ts';

const exitCodes = { good: 0, soon: 1, now: 2 } as const;
/** Free bytes that uploads to each process need, and that a backup or a log does not fill at once. */
const room = { now: 256 * 1024 * 1024, soon: 2 * 1024 ** 3 };

/** Prints what is wrong with an installation and what to do; the exit code is 0 when nothing is wrong, 1 for soon and 2 for now. */
export async function doctor(): Promise<void> {
  let worst: Finding['light'] = 'good';
  for await (const finding of findings()) {
    for (const line of linesOf(finding)) console.log(line);
    if (exitCodes[finding.light] > exitCodes[worst]) worst = finding.light;
  }
  process.exitCode = exitCodes[worst];
}

/** Findings in the order of their dependencies: what depends on something that is missing is not checked. */
export async function* findings(
  environment?: NodeJS.ProcessEnv,
  dns: Dns = new Resolver({ timeout: 3000, tries: 2 }),
): AsyncGenerator<Finding> {
  const what = 'Settings';
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    const [, ...faults] = (error as Error).message.split('\n');
    for (const says of faults)
      yield { light: 'now', what, says: says.trim(), todo: 'See docs/operation.md#settings.' };
    return;
  }
  const warnings = startWarnings(config);
  for (const says of warnings) yield { light: 'soon', what, says };
  if (warnings.length === 0) yield { light: 'good', what, says: `All are correct (MODE=${config.mode}).` };
  const examined = examine(config);
  for (const folder of new Set([config.dataDir, tmpdir()])) yield await roomIn(folder, examined.freeBytes);
  const report = await examined.database().catch((error: Error) => error.message);
  if (typeof report === 'string') {
    const todo = 'Check that the server runs, and that MONGODB_URI names it with its user and password.';
    yield { light: 'now', what: 'Database server', says: report, todo };
    return;
  }
  const real = config.mode === 'production';
  yield* databaseFindings(report);
  if (config.mail && examined.mail) yield await reached('Mail server', examined.mail, mailTodo);
  yield* await mailDomainFindings(config, dns);
  const { clamav, timestampUrl, publicUrl = 'http://localhost' } = config;
  const issuing = issueInThread(issuerSettings(config, publicUrl));
  if (timestampUrl !== undefined) yield* timeFindings({ config, timestampUrl, issuing });
  // A database that this program may not open, or would change, is left as it is.
  const { unknown, toExpand } = report.migrations;
  if (unknown.length + toExpand.length > 0 || !report.isSet) return;
  const { page, keys, faults } = await withStorage(config, async (storage) => {
    const health = openHealth(config, storage, clamav && createScanner(clamav, { timeoutMs: 3000 }));
    const { store, clock } = storage;
    const published = await store.issuerKeys();
    return {
      page: await readHealth({ store, clock, issuing, publicUrl, health, specimen: !real }),
      keys: published.map(({ multibase }) => multibase),
      faults: (await storage.journal.verify(['people', 'labels'])).faults,
    };
  });
  yield journalFinding(faults);
  yield* healthFindings(page, createI18n().en);
  yield* await publicAddressFindings(config, keys);
}

const mailTodo = 'Check SMTP_URL (host, port, user and password) and the log of the mail server.';

async function reached(what: string, ask: () => Promise<unknown>, todo: string): Promise<Finding> {
  return ask().then(
    () => ({ light: 'good', what, says: 'It answers.' }),
    (error: unknown) => ({
      light: 'now',
      what,
      says: `It does not answer as expected: ${said(error)}`,
      todo,
    }),
  );
}

/** Whether roles and register match the journal; if not, someone changed them in the database. */
function journalFinding(faults: readonly ChainFault[]): Finding {
  const what = 'Roles and register';
  const [first] = faults;
  if (!first) return { light: 'good', what, says: 'They match the journal.' };
  const says = `Differences from the journal: ${faults.length}, the first: ${sentence(first)}.`;
  const todo = '"made-in-ess journal verify" lists them all. Find out who wrote to the database.';
  return { light: 'now', what, says, todo };
}

async function roomIn(folder: string, freeBytes: (folder: string) => Promise<number>): Promise<Finding> {
  const what = `Disk space in ${folder}`;
  const free = await freeBytes(folder).catch(() => null);
  if (free === null) return { light: 'good', what, says: 'The folder does not exist yet.' };
  const light = free < room.now ? 'now' : free < room.soon ? 'soon' : 'good';
  return {
    light,
    what,
    says: `${(free / 1e9).toFixed(1)} GB free.`,
    todo: 'Free some space, or set another folder (DATA_DIR, TMPDIR).',
  };
}
