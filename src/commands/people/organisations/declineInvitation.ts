import { actorOf } from '../../common/actor.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { ownInvitation } from './ownInvitation.ts';

/** Says no to an invitation; the organisation sees it on its page, and may ask again. */
export async function declineInvitation(
  deps: Deps,
  asker: Asker,
  input: { readonly invitationId: string },
): Promise<void> {
  // Who it concerns may change meanwhile in what has nothing to do with this: it is done anew then.
  return retryOnConflict(async () => {
    const { invitation, organisation, at } = await ownInvitation(deps, asker, input.invitationId);
    const line = { at, actor: actorOf(asker), facts: [], data: { declined: invitation.id } };
    await deps.store.commit({
      changes: [organisationChange(deps, organisation, {}, line)],
      parts: [{ kind: 'invitations', rows: [{ ...invitation, state: 'declined' }] }],
    });
  });
}
