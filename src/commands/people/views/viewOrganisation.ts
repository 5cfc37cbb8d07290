import { belongsTo, roleIn, speaksFor } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownTeam } from '../organisations/ownTeam.ts';

export type OrganisationPage = Awaited<ReturnType<typeof viewOrganisation>>;

/** Everything that the people of an organisation may know of it; for anyone else it is not found. */
export async function viewOrganisation(deps: Deps, asker: Asker, organisationId: string) {
  const { organisation, people, self } = await ownTeam(deps, asker, organisationId);
  const { mergedInto } = organisation;
  const [invitations, labels, goesOn] = await Promise.all([
    speaksFor(self, organisationId) ? deps.store.invitationsOf(organisationId) : [],
    deps.store.labelsOf(organisationId),
    // Who registered something of the same name knows nothing yet of the one that goes on.
    mergedInto !== null && belongsTo(self, mergedInto) ? deps.store.organisation(mergedInto) : null,
  ]);
  return {
    organisation,
    self,
    role: requireVisible(roleIn(self, organisationId)),
    people,
    /** Invitations that nobody accepted, the newest first; for who may invite. */
    invitations: invitations.filter(({ state }) => state !== 'accepted'),
    labels,
    /** The registration that goes on in place of this one, as far as the asker belongs to it. */
    goesOn,
    /** The instant of looking: an invitation may be over. */
    at: deps.clock.now().toISOString(),
  };
}
