import { LabelError, refuseFor } from '../../../errors.ts';
import { isOpen, standingOf } from '../../../policies/invitation.ts';
import { actorOf } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Invitation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownersTeam, requireNotMerged } from './ownTeam.ts';

const dayMs = 86_400_000;
/** Time to come back from holidays; a forgotten invitation opens nothing later. */
const daysToAnswer = 14;
/** A large team at once, but no way to write to strangers by the hundred. */
const maxOpen = 20;

/** Asks an address to join an organisation, in the same way whether it has an account or not. Gives the invitation's id. */
export async function inviteMember(
  deps: Deps,
  asker: Asker,
  input: Pick<Invitation, 'organisationId' | 'email' | 'role' | 'adviser'>,
): Promise<string> {
  const { organisationId, email, role, adviser } = input;
  refuseFor({ adviserNotOwner: adviser === true && role === 'owner' });
  const { organisation, people, self, eventMeta } = await ownersTeam(deps, asker, organisationId);
  requireNotMerged(organisation);
  const { at } = eventMeta;
  const invitations = await deps.store.invitationsOf(organisationId);
  const open = invitations.filter((invitation) => isOpen(invitation, at));
  refuseFor({
    ownAddress: self.email === email,
    alreadyMember: people.some((p) => p.email === email && p.id !== self.id),
    invitationOpen: open.some((invitation) => invitation.email === email),
    invitationsEnough: open.length >= maxOpen,
  });
  const invitation: Invitation = {
    id: deps.ids.next(),
    organisationId,
    organisation: organisation.name,
    email,
    role,
    ...(adviser && { adviser }),
    invitedBy: asker.id,
    at,
    expiresAt: new Date(Date.parse(at) + daysToAnswer * dayMs).toISOString(),
    state: 'open',
  };
  const data = { invitationId: invitation.id, role, ...(adviser && { adviser }) };
  const line = { ...eventMeta, facts: ['organisation.memberInvited'], data } as const;
  await deps.store.commit(
    [noteOn(deps, 'organisations', organisation, line)],
    [{ kind: 'invitations', rows: [invitation] }],
  );
  return invitation.id;
}

/** Withdraws an unanswered invitation; the invited person reads so when they come. */
export async function withdrawInvitation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly invitationId: string },
): Promise<void> {
  const { organisation, eventMeta } = await ownersTeam(deps, asker, input.organisationId);
  const all = await deps.store.invitationsOf(organisation.id);
  const invitation = requireVisible(all.find(({ id }) => id === input.invitationId));
  requireOpen(invitation, eventMeta.at);
  const data = { invitationId: invitation.id };
  const line = { ...eventMeta, facts: ['organisation.invitationWithdrawn'], data } as const;
  await deps.store.commit(
    [noteOn(deps, 'organisations', organisation, line)],
    [{ kind: 'invitations', rows: [{ ...invitation, state: 'withdrawn' }] }],
  );
}

/** Says no to an invitation; the organisation sees it on its page, and may ask again. */
export async function declineInvitation(deps: Deps, asker: Asker, input: { readonly invitationId: string }) {
  return retryOnConflict(async () => {
    const { invitation, organisation, at } = await ownInvitation(deps, asker, input.invitationId);
    const line = { at, actor: actorOf(asker), facts: [], data: { declined: invitation.id } };
    await deps.store.commit(
      [noteOn(deps, 'organisations', organisation, line)],
      [{ kind: 'invitations', rows: [{ ...invitation, state: 'declined' }] }],
    );
  });
}

/** Why an invitation takes no answer any more. */
const closed = {
  accepted: 'invitationAnswered',
  declined: 'invitationAnswered',
  withdrawn: 'invitationWithdrawn',
  expired: 'invitationExpired',
} as const;

/** An open invitation to the very address that the asker proved by signing in, with the organisation as it is now. */
export async function ownInvitation(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, invitationId: string) {
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
function requireOpen(invitation: Invitation, now: string): void {
  const standing = standingOf(invitation, now);
  if (standing !== 'open') throw new LabelError('refused', { reasons: [closed[standing]] });
}
