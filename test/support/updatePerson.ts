import { systemActor } from '../../src/commands/common/actor.ts';
import { changeItem } from '../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';

/** The person as they are after a change that no page makes. */
export async function updatePerson(
  deps: Deps,
  { id }: Pick<Person, 'id'>,
  change: Partial<Pick<Person, 'roles' | 'memberships' | 'removedAt' | 'language'>>,
): Promise<Person> {
  const before = requireVisible(await deps.store.person(id));
  const at = deps.clock.now().toISOString();
  const record = { at, actor: systemActor, facts: ['person.changed'] } as const;
  await deps.store.commit([changeItem(deps, 'people', before, change, record)]);
  return requireVisible(await deps.store.person(id));
}
