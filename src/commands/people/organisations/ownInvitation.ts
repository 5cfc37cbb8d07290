import { LabelError } from '../../../errors.ts';
import { standingOf } from '../../../policies/invitation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Invitation, Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Why an invitation takes no answer any more. */
const closed = {
  accepted: 'invitationAnswered',
  declined: 'invitationAnswered',
  withdrawn: 'invitationWithdrawn',
  expired: 'invitationExpired',
} as const;

/** An open invitation to the very address that the asker proved by signing in, with the organisation as it is now. */
export async function ownInvitation(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  invitationId: string,
): Promise<{ readonly invitation: Invitation; readonly organisation: Organisation; readonly at: string }> {
  const at = deps.clock.now().toISOString();
  const read = async () => {
    const all = await deps.store.invitationsTo(asker.email);
    const invitation = requireVisible(all.find(({ id }) => id === invitationId));
    requireOpen(invitation, at);
    return invitation;
  };
  const { organisationId } = await read();
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  // Read again after the organisation: one that was withdrawn in between shows it, a later one makes the commit stale.
  return { invitation: await read(), organisation, at };
}

/** Refuses an invitation that waits for no answer, each way with its sentence. */
export function requireOpen(invitation: Invitation, now: string): void {
  const standing = standingOf(invitation, now);
  if (standing !== 'open') throw new LabelError('refused', { reasons: [closed[standing]] });
}
