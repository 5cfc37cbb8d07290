import { confirmableUntil } from '../../../policies/rolesStep.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { changePerson } from '../../common/changePerson.ts';
import type { Line } from '../../common/lineOf.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * Lets in a person again who was removed, with their memberships. The roles that they had are proposed anew and wait for a second
 * administrator: to let someone back would give them otherwise.
 */
export async function letPersonBack(
  deps: Deps,
  asker: Asker,
  input: { readonly personId: string; readonly revision: number },
): Promise<void> {
  const { said } = await administratorsOwn(deps, asker);
  const person = requireVisible(await deps.store.person(input.personId));
  unchanged(person, input.revision);
  if (person.removedAt === null) return;
  requireVisible(person.email === '' ? null : person);
  const [given, taken] = [person.roles, [] as const];
  const until = confirmableUntil(said.at);
  const rolesProposal = { given, taken, by: asker.id, at: said.at, until };
  const [change, line]: [Partial<Person>, Line] =
    given.length > 0
      ? [
          { roles: [], rolesProposal },
          {
            ...said,
            facts: ['person.readmitted', 'person.rolesProposed'],
            data: { given, taken, until },
          },
        ]
      : [{ rolesProposal: null }, { ...said, facts: ['person.readmitted'] }];
  await deps.store.commit({ changes: [changePerson(deps, person, { removedAt: null, ...change }, line)] });
}
