import { belongsTo, speaksFor } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Invitation, Label, Membership, Organisation, Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownTeam } from '../organisations/ownTeam.ts';

/** An organisation as its people see it. */
export interface OrganisationPage {
  readonly organisation: Organisation;
  readonly self: Person;
  readonly role: Membership['role'];
  readonly people: readonly Person[];
  /** Invitations that nobody accepted, the newest first; for who may invite. */
  readonly invitations: readonly Invitation[];
  readonly labels: readonly Label[];
  /** The registration that goes on in place of this one, as far as the asker belongs to it. */
  readonly goesOn: Organisation | null;
  /** The instant of looking: an invitation may be over. */
  readonly at: string;
}

/** Everything that the people of an organisation may know of it; for anyone else it is not found. */
export async function viewOrganisation(
  deps: Deps,
  asker: Asker,
  organisationId: string,
): Promise<OrganisationPage> {
  const { organisation, people, self } = await ownTeam(deps, asker, organisationId);
  const { mergedInto } = organisation;
  const [invitations, labels, goesOn] = await Promise.all([
    speaksFor(self, organisationId) ? deps.store.invitationsOf(organisationId) : [],
    deps.store.labelsOf(organisationId),
    // Who registered something of the same name knows nothing yet of the one that goes on.
    mergedInto !== null && belongsTo(self, mergedInto) ? deps.store.organisation(mergedInto) : null,
  ]);
  const { role } = requireVisible(self.memberships.find((m) => m.organisationId === organisationId));
  return {
    organisation,
    self,
    role,
    people,
    invitations: invitations.filter(({ state }) => state !== 'accepted'),
    labels,
    goesOn,
    at: deps.clock.now().toISOString(),
  };
}
