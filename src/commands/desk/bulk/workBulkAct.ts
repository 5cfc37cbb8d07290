import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { BulkAct, BulkLine, LineState } from '../../ports/bulkActPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewOf } from '../viewOf.ts';
import { lineActs, theirView } from './lineActs.ts';
import { noteReceived } from './noteReceived.ts';

/** Whoever works on a line has done it by then, or broke off. */
const lineMs = 5 * 60_000;
const runAtOnce = 20;

/** Begins an act that was planned, or goes on with it. Its lines are done by the clock; the first `count` at once. */
export async function startBulkAct(
  deps: Deps,
  asker: Asker,
  { act: id, count }: { act: string; count: number },
) {
  const act = await ownBulkAct(deps, asker, id);
  if (act.state === 'done') return;
  await deps.store.moveBulkAct(id, 'planned', 'running', deps.clock.now().toISOString());
  await workLines(deps, asker, id, count);
}

/** An act of one's own; to others there is none. */
export async function ownBulkAct({ store }: Pick<Deps, 'store'>, asker: Asker, id: string): Promise<BulkAct> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const act = await store.bulkAct(id);
  return requireVisible(act?.personId === asker.id && act);
}

/** Goes on with every act that was begun, each as whoever began it, under what they are shown today. Gives how many lines ended. */
export async function workBulkActs(deps: Deps): Promise<number> {
  let ended = 0;
  for (const act of await deps.store.runningBulkActs(runAtOnce)) {
    const person = await deps.store.person(act.personId);
    if (!person) continue;
    const store = deps.store.seenBy(await viewOf(deps, theirView, person));
    ended += await workLines({ ...deps, store }, person, act.id, Number.POSITIVE_INFINITY);
  }
  return ended;
}

/** Works on up to `count` lines of an act; without any left, the act is done. A line is begun once: broken off, it stays unsure. */
async function workLines(deps: Deps, asker: Asker, id: string, count: number): Promise<number> {
  const { store, clock } = deps;
  const act = await store.bulkAct(id);
  if (act?.state !== 'running') return 0;
  await store.leaveBulkLines(id, new Date(clock.now().getTime() - lineMs).toISOString());
  for (let done = 0; done < count; done += 1) {
    const line = await store.takeBulkLine(id, clock.now().toISOString());
    if (line === null) {
      const { working = 0 } = await store.countBulkLines(id);
      if (working === 0 && (await store.moveBulkAct(id, 'running', 'done', clock.now().toISOString())))
        await noteReceived(deps, asker, act);
      return done;
    }
    const { state, reasons } = await outcomeOf(deps, asker, act, line);
    await store.endBulkLine(line.id, state, reasons);
  }
  return count;
}

/** What became of a line: its row was looked at by a person, so that nothing is done to one that is in another state by now. */
async function outcomeOf(
  deps: Deps,
  asker: Asker,
  act: BulkAct,
  line: BulkLine,
): Promise<{ readonly state: LineState; readonly reasons: readonly string[] }> {
  const row = await deps.store.deskRow(line.rowId);
  if (row === null) return { state: 'gone', reasons: [] };
  if (row.state !== line.rowState) return { state: 'changed', reasons: [] };
  try {
    await lineActs[act.kind](deps, asker, line, act);
    return { state: 'done', reasons: [] };
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    if (error.code === 'refused') return { state: 'refused', reasons: error.reasons };
    if (error.code === 'stale') return { state: 'changed', reasons: [] };
    return { state: 'gone', reasons: [] };
  }
}
