import { actorOf } from '../../common/actor.ts';
import { noteBeside } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { BulkAct } from '../../ports/bulkActPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Notes on the chain of whoever many items were handed over to that they were, once for all: they are told by one letter. */
export async function noteReceived(deps: Deps, asker: Asker, { id: act, kind, to }: BulkAct): Promise<void> {
  if (kind !== 'handOver' || to === null || to === asker.id) return;
  const { done: count = 0 } = await deps.store.countBulkLines(act);
  if (count === 0) return;
  await retryOnConflict(async () => {
    const person = requireVisible(await deps.store.person(to));
    const at = deps.clock.now().toISOString();
    const line = {
      at,
      actor: actorOf(asker),
      facts: ['person.itemsReceived'],
      data: { act, count },
    } as const;
    await deps.store.commit([noteBeside(deps, 'people', person, line)]);
  });
}
