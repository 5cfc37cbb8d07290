import { LabelError } from '../../../errors.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { actorOf } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { linesOfTies } from '../../review/ties/detectedTies.ts';
import { tiesOfJoining } from '../../review/ties/tiesOfJoining.ts';
import { ownInvitation } from './invitations.ts';
import { organisationChange } from './organisationChange.ts';
import { requireNotMerged, withRole } from './ownTeam.ts';

/** Accepts an invitation: the asker belongs to the organisation, with all ties that follow. Gives the organisation's id. */
export async function joinOrganisation(
  deps: Deps,
  asker: Asker,
  input: { readonly invitationId: string },
): Promise<string> {
  // Who it concerns may change meanwhile in what has nothing to do with this: it is done anew then.
  return retryOnConflict(async () => {
    const { invitation, organisation, at } = await ownInvitation(deps, asker, input.invitationId);
    requireNotMerged(organisation);
    const person = requireVisible(await deps.store.person(asker.id));
    if (belongsTo(person, organisation.id)) throw new LabelError('refused', { reasons: ['alreadyMember'] });
    const { role } = invitation;
    const ties = await tiesOfJoining(deps, person, organisation.id);
    const own = ties.filter((tie) => tie.personId === person.id).map(({ id }) => id);
    const said = { at, actor: actorOf(asker, [...asker.roles, role]) };
    await deps.store.commit({
      changes: [
        organisationChange(
          deps,
          organisation,
          {},
          {
            ...said,
            facts: ['organisation.memberJoined'],
            data: { personId: person.id, role, invitationId: invitation.id },
          },
        ),
        changePerson(
          deps,
          person,
          { memberships: withRole(person, organisation.id, role) },
          // Belonging is a tie: whatever the person reviews of this organisation is not theirs any more.
          { ...said, facts: ['tie.detected'], data: { organisationId: organisation.id, ties: own } },
        ),
        ...(await linesOfTies(deps, ties, { at, fact: 'tie.detected', but: [person.id] })),
      ],
      parts: [
        { kind: 'ties', rows: ties },
        { kind: 'invitations', rows: [{ ...invitation, state: 'accepted' }] },
      ],
    });
    return organisation.id;
  });
}
