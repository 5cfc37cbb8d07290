import { LabelError } from '../../../errors.ts';
import { isOpen } from '../../../policies/invitation.ts';
import { actorTowards } from '../../common/actor.ts';
import type { Invitation, Membership } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { ownersTeam, requireNotMerged } from './ownTeam.ts';

const dayMs = 86_400_000;
/** Time to come back from holidays; a forgotten invitation opens nothing later. */
const daysToAnswer = 14;
/** A large team at once, but no way to write to strangers by the hundred. */
const maxOpen = 20;

/**
 * Asks an address to join an organisation. It is written to whether it has an account or not, and the answer here is the same.
 * Gives the invitation's id.
 */
export async function inviteMember(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly email: string; readonly role: Membership['role'] },
): Promise<string> {
  const { organisationId, email, role } = input;
  const { organisation, people, self } = await ownersTeam(deps, asker, organisationId);
  requireNotMerged(organisation);
  const now = deps.clock.now();
  const at = now.toISOString();
  const invitations = await deps.store.invitationsOf(organisationId);
  const open = invitations.filter((invitation) => isOpen(invitation, at));
  const reasons = [
    ...(self.email === email ? ['ownAddress'] : []),
    ...(people.some((p) => p.email === email && p.id !== self.id) ? ['alreadyMember'] : []),
    ...(open.some((invitation) => invitation.email === email) ? ['invitationOpen'] : []),
    ...(open.length >= maxOpen ? ['invitationsEnough'] : []),
  ];
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const invitation: Invitation = {
    id: deps.ids.next(),
    organisationId,
    organisation: organisation.name,
    email,
    role,
    invitedBy: asker.id,
    at,
    expiresAt: new Date(now.getTime() + daysToAnswer * dayMs).toISOString(),
    state: 'open',
  };
  const line = {
    at,
    actor: actorTowards(asker, organisationId),
    facts: ['organisation.memberInvited'],
    data: { invitationId: invitation.id, role },
  } as const;
  await deps.store.commit({
    changes: [organisationChange(deps, organisation, {}, line)],
    parts: [{ kind: 'invitations', rows: [invitation] }],
  });
  return invitation.id;
}
