import { randomUUID } from 'node:crypto';
import { LabelError } from '../../errors.ts';
import { emptyEdge, grow, rootOf, tileWidth } from '../../transparency/write/edge.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { LogPublicKey } from '../ports/issuing/keyFolder.ts';
import type { LogHead } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { enterStanding } from './enterStanding.ts';
import { showWitnesses } from './showWitnesses.ts';

/** How long one process may grow the log before another one may (ms). */
const leaseMs = 2500;

export type LogDeps = Pick<Deps, 'store' | 'issuing' | 'publicUrl' | 'schemes' | 'clock'>;

/**
 * Gives the entries that wait their places, and signs the head. What has its place is written before anything is signed, so that
 * whoever signs, and wherever a process dies, of one size there is only one head. While another process does it, nothing is done.
 */
export async function growLog(deps: LogDeps): Promise<void> {
  const { store, issuing } = deps;
  const known = await store.logHead();
  if (known?.checkpoint?.size === known?.edge.size && known && !issuing.witnesses.isDue(known.edge.size)) {
    if ((await store.waitingEntries(1)).length === 0) return;
  }
  await begin(deps, known);
  const holder = randomUUID();
  if (!(await store.takeLog(holder, leaseMs))) return;
  try {
    const head = requireVisible(await store.logHead());
    // What was published is shown before anything follows: a witness that saw more says that this database is older.
    if (head.checkpoint && issuing.witnesses.isDue(head.checkpoint.size))
      await showWitnesses(deps, head, head.checkpoint);
    // What a process had given its place when it died comes first.
    await publish(deps, head);
    while (await growOnce(deps)) await publish(deps, requireVisible(await store.logHead()));
  } finally {
    await store.leaveLog(holder);
  }
}

/** Begins the log, where it has not begun; signs nothing with another key than it began with. */
async function begin(deps: LogDeps, head: LogHead | null): Promise<void> {
  const { store, issuing, publicUrl, clock } = deps;
  const key = await issuing.logKey();
  if (head) {
    if (key?.vkey === head.vkey) return requireNotBehind(key, head);
    const cause = `KEYS_DIR does not hold log.json, the key of the public log that is published (${head.vkey}): put it back from a backup`;
    throw new LabelError('issuerUnavailable', { cause });
  }
  await enterStanding(deps);
  if (key) requireNotBehind(key, { edge: emptyEdge });
  const { origin, vkey } = key ?? (await issuing.makeLogKey(originOf(publicUrl)));
  await store.beginLog({ origin, vkey }, clock.now().toISOString());
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

/** Gives entries that wait their places; false when none waits, or another process has done it. */
async function growOnce({ store }: LogDeps): Promise<boolean> {
  const waiting = await store.waitingEntries(tileWidth);
  if (waiting.length === 0) return false;
  const { edge } = requireVisible(await store.logHead());
  const grown = grow(
    edge,
    waiting.map(({ entry }) => Buffer.from(entry)),
  );
  return store.growLog({ before: edge.size, ...grown, sources: waiting.map(({ source }) => source) });
}

async function publish(deps: LogDeps, head: LogHead): Promise<void> {
  const { size } = head.edge;
  if (head.checkpoint?.size === size) return;
  await showWitnesses(deps, head, {
    size,
    note: await deps.issuing.signHead({ size, root: rootOf(head.edge) }),
  });
}
