import { isOpen } from '../../../policies/invitation.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

export type WaitingInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** The invitations to the very address that the asker signed in with, the newest first. */
export async function listInvitations(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker) {
  const at = deps.clock.now().toISOString();
  const all = await deps.store.invitationsTo(asker.email);
  return Promise.all(
    all
      .filter((invitation) => isOpen(invitation, at))
      .map(async (invitation) => ({ invitation, inviter: await deps.store.person(invitation.invitedBy) })),
  );
}
