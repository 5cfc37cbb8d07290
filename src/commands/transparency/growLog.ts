import { randomUUID } from 'node:crypto';
import { LabelError } from '../../errors.ts';
import { grow, rootOf, tileWidth } from '../../transparency/write/edge.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { LogHead } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';

/** How long one process may grow the log before another one may (ms). */
const leaseMs = 10_000;

export type LogDeps = Pick<Deps, 'store' | 'issuing' | 'publicUrl'>;

/**
 * Gives the entries that wait their places, and signs the head. What has its place is written before anything is signed, so that
 * whoever signs, and wherever a process dies, of one size there is only one head. While another process does it, nothing is done.
 */
export async function growLog(deps: LogDeps): Promise<void> {
  const { store } = deps;
  const known = await store.logHead();
  const isDue = known?.checkpoint?.size !== known?.edge.size || (await store.waitingEntries(1)).length > 0;
  if (known?.checkpoint && !isDue) return;
  await begin(deps, known);
  const holder = randomUUID();
  if (!(await store.takeLog(holder, leaseMs))) return;
  try {
    // What a process had given its place when it died comes first.
    await publish(deps, requireVisible(await store.logHead()));
    while (await growOnce(deps)) await publish(deps, requireVisible(await store.logHead()));
  } finally {
    await store.leaveLog(holder);
  }
}

/** Begins the log, where it has not begun; signs nothing with another key than it began with. */
async function begin({ store, issuing, publicUrl }: LogDeps, head: LogHead | null): Promise<void> {
  const key = await issuing.logKey();
  if (head) {
    if (key?.vkey === head.vkey) return;
    const cause = `KEYS_DIR does not hold log.json, the key of the public log that is published (${head.vkey}): put it back from a backup`;
    throw new LabelError('issuerUnavailable', { cause });
  }
  await store.beginLog(key ?? (await issuing.makeLogKey(originOf(publicUrl))));
}

/** Whose log it is: its address without the scheme (C2SP tlog-checkpoint). */
function originOf(publicUrl: string): string {
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

async function publish({ store, issuing }: LogDeps, { edge, checkpoint }: LogHead): Promise<void> {
  const { size } = edge;
  if (checkpoint?.size === size) return;
  await store.publishCheckpoint({ size, note: await issuing.signHead({ size, root: rootOf(edge) }) });
}
