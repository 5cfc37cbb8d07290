import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person, StaffRole } from '../../src/commands/items/items.ts';
import { confirmRoles, proposeRoles } from '../../src/commands/people/accounts/roles.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';

/** Two administrators set the roles of a person. */
export async function giveRoles(
  deps: Deps,
  [proposer, confirmer]: readonly [Person, Person],
  { id }: Pick<Person, 'id'>,
  ...roles: StaffRole[]
): Promise<Person> {
  const now = async () => requireVisible(await deps.store.person(id));
  const seen = async () => ({ personId: id, revision: (await now()).revision });
  await proposeRoles(deps, proposer, { ...(await seen()), roles });
  await confirmRoles(deps, confirmer, await seen());
  return now();
}
