import { refuseFor } from '../../../errors.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { actorOf } from '../../common/actor.ts';
import { changeItem, noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { linesOfTies } from '../../review/ties/detectedTies.ts';
import { tiesOfJoining } from '../../review/ties/tiesOfJoining.ts';
import { ownInvitation } from './invitations.ts';
import { requireNotMerged, withRole } from './ownTeam.ts';

/** Accepts an invitation: the asker belongs to the organisation, with all ties that follow. Gives the organisation's id. */
export async function joinOrganisation(deps: Deps, asker: Asker, input: { readonly invitationId: string }) {
  return retryOnConflict(async () => {
    const { invitation, organisation, at } = await ownInvitation(deps, asker, input.invitationId);
    requireNotMerged(organisation);
    const person = requireVisible(await deps.store.person(asker.id));
    refuseFor({ alreadyMember: belongsTo(person, organisation.id) });
    const { role, adviser } = invitation;
    const memberships = withRole(person, organisation.id, role, adviser);
    const ties = await tiesOfJoining(deps, { ...person, memberships }, organisation.id);
    const own = ties.filter((tie) => tie.personId === person.id).map(({ id }) => id);
    const eventMeta = { at, actor: actorOf(asker, [...asker.roles, adviser ? 'adviser' : role]) };
    const data = { personId: person.id, role, ...(adviser && { adviser }), invitationId: invitation.id };
    const joined = { ...eventMeta, facts: ['organisation.memberJoined'], data } as const;
    // Belonging is a tie: whatever the person reviews of this organisation is not theirs any more.
    const tied = { organisationId: organisation.id, ties: own };
    const detected = { ...eventMeta, facts: ['tie.detected'], data: tied } as const;
    await deps.store.commit(
      [
        noteOn(deps, 'organisations', organisation, joined),
        changeItem(deps, 'people', person, { memberships }, detected),
        ...(await linesOfTies(deps, ties, { at, fact: 'tie.detected', but: [person.id] })),
      ],
      [
        { kind: 'ties', rows: ties },
        { kind: 'invitations', rows: [{ ...invitation, state: 'accepted' }] },
      ],
    );
    return organisation.id;
  });
}
