import { roleIn } from '../../../policies/organisation.ts';
import { actorTowards } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Membership } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { afterChange, ownersTeam, requireOwner, withRole } from './ownTeam.ts';

/** Gives someone of an organisation another role there, oneself included; `lastOwner` when nobody would speak for it. */
export async function changeMemberRole(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly personId: string; readonly role: Membership['role'] },
): Promise<void> {
  const { organisationId, personId, role } = input;
  const { organisation, people } = await ownersTeam(deps, asker, organisationId);
  const person = requireVisible(people.find(({ id }) => id === personId));
  if (roleIn(person, organisationId) === role) return;
  const memberships = withRole(person, organisationId, role);
  requireOwner(organisation, afterChange(people, person, { memberships }));
  const said = { at: deps.clock.now().toISOString(), actor: actorTowards(asker, organisationId) };
  await deps.store.commit({
    changes: [
      organisationChange(
        deps,
        organisation,
        {},
        {
          ...said,
          facts: ['organisation.memberRoleChanged'],
          data: { personId, role },
        },
      ),
      changePerson(deps, person, { memberships }, { ...said, facts: [], data: { organisationId } }),
    ],
  });
}
