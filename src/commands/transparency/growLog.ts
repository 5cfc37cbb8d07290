import { randomUUID } from 'node:crypto';
import { LabelError } from '../../errors.ts';
import { emptyEdge, grow, rootOf, tileWidth } from '../../transparency/write/edge.ts';
import type { LogPublicKey } from '../ports/issuing/keyFolder.ts';
import type { LogEntry, LogHead } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { enterStanding } from './enterStanding.ts';
import { showWitnesses } from './showWitnesses.ts';

/** How long one process may grow the log before another one may (ms). */
const leaseMs = 2500;

export type LogDeps = Pick<Deps, 'store' | 'issuing' | 'publicUrl' | 'specimen' | 'schemes' | 'clock'>;

/**
 * Gives the entries that wait their places, and signs the head. What has its place is written before anything is signed, so that
 * whoever signs, and wherever a process dies, of one size there is only one head. While another process does it, nothing is done.
 */
export async function growLog(deps: LogDeps): Promise<void> {
  const { store, issuing } = deps;
  // In this order: where the size is still the same later, all that waited then waits still.
  const known = await store.logHead();
  const waiting = await store.waitingEntries(tileWidth);
  const isPublished = known?.checkpoint?.size === known?.edge.size;
  if (known && isPublished && waiting.length === 0 && !issuing.witnesses.isDue(known.edge.size)) return;
  await begin(deps, known);
  const holder = randomUUID();
  const head = await store.takeLog(holder, leaseMs);
  if (!head) return;
  try {
    // What was published is shown before anything follows: a witness that saw more says that this database is older.
    if (head.checkpoint && issuing.witnesses.isDue(head.checkpoint.size))
      await showWitnesses(deps, head, head.checkpoint);
    // What a process had given its place when it died comes first.
    await publish(deps, head);
    const isSame = head.edge.size === known?.edge.size;
    await growFrom(deps, head, isSame ? waiting : await store.waitingEntries(tileWidth));
  } finally {
    await store.leaveLog(holder);
  }
}

/** Begins the log, where it has not begun; signs nothing with another key than it began with. */
async function begin(deps: LogDeps, head: LogHead | null): Promise<void> {
  const { store, issuing, publicUrl, specimen, clock } = deps;
  const key = await issuing.logKey();
  if (head) {
    requireNotHeld(head);
    if (key?.vkey === head.vkey) return requireNotBehind(key, head);
    const cause = `KEYS_DIR does not hold log.json, the key of the public log that is published (${head.vkey}): put it back from a backup`;
    throw new LabelError('issuerUnavailable', { cause });
  }
  const ours = originOf(publicUrl);
  if (key && key.origin !== ours && !specimen) {
    const cause = `log.json in KEYS_DIR is the key of the log ${key.origin}, and this one is ${ours}: take it away, and a key is made as the log begins`;
    throw new LabelError('issuerUnavailable', { cause });
  }
  await enterStanding(deps);
  if (key) requireNotBehind(key, { edge: emptyEdge });
  const { origin, vkey } = key ?? (await issuing.makeLogKey(ours));
  await store.beginLog({ origin, vkey }, clock.now().toISOString());
}

/** Nobody here can know what was published after the copy that was restored. */
function requireNotHeld({ held, edge: { size } }: LogHead): void {
  if (!held) return;
  const cause = `the public log was restored with ${size} entries, and signs nothing until \`made-in-ess log resume FILE\` is shown the last head that was published (docs/operation.md#public-log)`;
  throw new LabelError('issuerUnavailable', { cause });
}

/** What was published is not taken back: a database that is older than it signs nothing more. */
function requireNotBehind({ signed }: LogPublicKey, { edge: { size } }: Pick<LogHead, 'edge'>): void {
  if (signed <= size) return;
  const cause = `KEYS_DIR has signed ${signed} entries of the public log, and this database has ${size}: it was restored from a copy that is older (docs/operation.md#public-log)`;
  throw new LabelError('issuerUnavailable', { cause });
}

/** Whose log it is: its address without the scheme (C2SP tlog-checkpoint). */
export function originOf(publicUrl: string): string {
  return `${publicUrl.replace(/^https?:\/\//, '')}/log`;
}

/** Gives entries that wait their places, a tile at a time, and publishes each head; ends where another process came first. */
async function growFrom(deps: LogDeps, from: LogHead, first: readonly LogEntry[]): Promise<void> {
  const { store } = deps;
  let head = from;
  for (let waiting = first; waiting.length > 0; ) {
    const grown = grow(
      head.edge,
      waiting.map(({ entry }) => Buffer.from(entry)),
    );
    const sources = waiting.map(({ source }) => source);
    if (!(await store.growLog({ before: head.edge.size, ...grown, sources }))) return;
    head = { ...head, edge: grown.edge };
    await publish(deps, head);
    // Who entered something meanwhile asks for its place.
    waiting = waiting.length < tileWidth ? [] : await store.waitingEntries(tileWidth);
  }
}

async function publish(deps: LogDeps, head: LogHead): Promise<void> {
  const { size } = head.edge;
  if (head.checkpoint?.size === size) return;
  await showWitnesses(deps, head, {
    size,
    note: await deps.issuing.signHead({ size, root: rootOf(head.edge) }),
  });
}
