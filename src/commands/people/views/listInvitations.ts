import { isOpen } from '../../../policies/invitation.ts';
import type { Invitation, Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** An invitation that waits for the asker, and who sent it. */
export interface WaitingInvitation {
  readonly invitation: Invitation;
  readonly inviter: Person | null;
}

/** The invitations to the very address that the asker signed in with, the newest first. */
export async function listInvitations(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
): Promise<WaitingInvitation[]> {
  const at = deps.clock.now().toISOString();
  const all = await deps.store.invitationsTo(asker.email);
  return Promise.all(
    all
      .filter((invitation) => isOpen(invitation, at))
      .map(async (invitation) => ({
        invitation,
        inviter: await deps.store.person(invitation.invitedBy),
      })),
  );
}
