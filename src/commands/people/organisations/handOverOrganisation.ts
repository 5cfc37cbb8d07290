import { LabelError } from '../../../errors.ts';
import { actorTowards } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { ownersTeam, requireNotMerged, withRole } from './ownTeam.ts';

/** Gives an organisation into someone else's hands, in one step: they speak for it, the asker goes on as editor. */
export async function handOverOrganisation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly personId: string },
): Promise<void> {
  const { organisationId, personId } = input;
  const { organisation, people, self } = await ownersTeam(deps, asker, organisationId);
  requireNotMerged(organisation);
  const next = requireVisible(people.find(({ id }) => id === personId && id !== self.id));
  if (next.removedAt !== null) throw new LabelError('refused', { reasons: ['personRemoved'] });
  const said = { at: deps.clock.now().toISOString(), actor: actorTowards(asker, organisationId) };
  const line = { ...said, facts: [], data: { organisationId } };
  await deps.store.commit({
    changes: [
      organisationChange(
        deps,
        organisation,
        {},
        {
          ...said,
          facts: ['organisation.ownershipTransferred'],
          data: { from: self.id, to: personId },
        },
      ),
      changePerson(deps, next, { memberships: withRole(next, organisationId, 'owner') }, line),
      changePerson(deps, self, { memberships: withRole(self, organisationId, 'editor') }, line),
    ],
  });
}
