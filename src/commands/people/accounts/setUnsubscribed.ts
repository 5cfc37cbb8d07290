import { actorOf } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Topic } from '../../items/letters.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Says anew which topics the asker does without; the others are written to them again. The same once more writes nothing. */
export async function setUnsubscribed(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  asker: Asker,
  input: { readonly topics: readonly Topic[] },
): Promise<void> {
  const person = requireVisible(await deps.store.person(asker.id));
  const unsubscribed = [...new Set(input.topics)].sort();
  if (unsubscribed.join() === [...person.unsubscribed].sort().join()) return;
  const at = deps.clock.now().toISOString();
  const line = { at, actor: actorOf(asker), facts: ['person.changed'] } as const;
  await deps.store.commit({ changes: [changePerson(deps, person, { unsubscribed }, line)] });
}
