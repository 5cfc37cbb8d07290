import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { auditLog } from '../commands/transparency/audit/auditLog.ts';
import { Unread } from '../commands/transparency/audit/unread.ts';
import { createI18n, isLanguage, type Translator } from '../i18n/i18n.ts';
import { dayOf } from '../register/day.ts';
import { isWholeRoot } from '../register/trust/trustRoot.ts';
import {
  givenKeys,
  keptHead,
  keysOfLog,
  type LogKeys,
  policyOf,
  readState,
  writeState,
} from './logAudit/believed.ts';
import { httpSource } from './logAudit/logSource.ts';
import { jsonOf, linesOf, unreadLine } from './logAudit/report.ts';
import { readRoot } from './trustMemory.ts';

interface LogAuditOptions {
  readonly state?: string;
  readonly head?: string;
  readonly key?: string;
  readonly witness?: readonly string[];
  readonly quorum?: string;
  readonly root?: string;
  readonly language: string;
  readonly json?: boolean;
}

/** Longest that an audit may take (ms): a million entries take a minute. */
const wholeMs = 3 * 3_600_000;
/** Until when (ms) what was shown is entered: the log takes five seconds at most. */
const settleMs = 10_000;

/**
 * Reads a public log from anywhere, without any database, and tells what was changed in it, left out of it, or said otherwise elsewhere; the
 * exit code is 0 only when nothing was, 2 where nothing can be said (findingCodes has the others).
 */
export async function logAudit(address: string, options: LogAuditOptions): Promise<void> {
  // Until it is known.
  process.exitCode = 2;
  const { language } = options;
  if (!isLanguage(language)) throw new Error(`"${language}" is no language of ours: fr, de, it, en`);
  const words = createI18n()[language];
  const { code, lines } = await auditOf(address, options, words).catch((error) => {
    if (error instanceof Unread) throw new Error(unreadLine(error, words), { cause: error });
    throw error;
  });
  for (const line of lines) console.log(line);
  process.exitCode = code;
}

/** When an audit is made, and how it waits until what was shown is entered. */
interface AuditTime {
  readonly settle?: () => Promise<void>;
  readonly now?: Date;
}

/** What is printed of a log, and the code that the program ends with; throws Unread. */
export async function auditOf(
  address: string,
  options: Omit<LogAuditOptions, 'language'>,
  words: Translator,
  { settle = () => wait(settleMs), now = new Date() }: AuditTime = {},
) {
  const { state: file, head: shown, json = false } = options;
  const source = httpSource(address, AbortSignal.timeout(wholeMs));
  const kept = file === undefined ? null : await readState(file);
  const given = await givenBy(options);
  const said = given ?? kept;
  const fromLog = given === null && (kept === null || kept.fromLog === true);
  const keys = said ?? (await keysOfLog(source));
  const policy = policyOf(keys);
  const heads = [
    ...(kept ? [keptHead(Buffer.from(kept.checkpoint), file ?? '', policy)] : []),
    ...(shown === undefined ? [] : [keptHead(await bytesOf(shown), shown, policy)]),
  ];
  const report = await auditLog({ source, policy, heads, now, today: dayOf(now.toISOString()), settle });
  const { findings, note } = report;
  // A head that does not hold with the one that was kept must not take its place.
  if (file !== undefined && findings.code !== 1)
    await writeState(file, {
      v: 1,
      log: keys.log,
      witnesses: keys.witnesses,
      quorum: keys.quorum,
      checkpoint: note,
      fromLog,
    });
  const told = { report, heads, keys, isFirst: said === null, fromLog };
  return { code: findings.code, lines: json ? [jsonOf(told)] : linesOf(told, words) };
}

/** Keys that were typed, or that a root of trust names; null where neither was given. */
async function givenBy({
  root: file,
  ...options
}: Omit<LogAuditOptions, 'language'>): Promise<LogKeys | null> {
  if (file === undefined)
    return options.key === undefined ? givenNone(options) : givenKeys({ ...options, key: options.key });
  const root = await readRoot(file);
  if (!isWholeRoot(root) || !root.signed.log) throw new Unread('key', file);
  const { vkey, witnesses, quorum } = root.signed.log;
  return { v: 1, log: vkey, witnesses, quorum };
}

function givenNone({ witness = [], quorum }: Pick<LogAuditOptions, 'witness' | 'quorum'>): null {
  if (witness.length > 0 || quorum !== undefined) throw new Unread('key', '--key');
  return null;
}

async function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch((error) => {
    throw new Unread('state', file, error);
  });
}
