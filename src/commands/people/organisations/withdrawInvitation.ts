import { actorTowards } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { requireOpen } from './ownInvitation.ts';
import { ownersTeam } from './ownTeam.ts';

/** Takes an invitation back before it is answered; the invited person is told so when they come. */
export async function withdrawInvitation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly invitationId: string },
): Promise<void> {
  const { organisation } = await ownersTeam(deps, asker, input.organisationId);
  const all = await deps.store.invitationsOf(organisation.id);
  const invitation = requireVisible(all.find(({ id }) => id === input.invitationId));
  const at = deps.clock.now().toISOString();
  requireOpen(invitation, at);
  const line = {
    at,
    actor: actorTowards(asker, organisation.id),
    facts: ['organisation.invitationWithdrawn'],
    data: { invitationId: invitation.id },
  } as const;
  await deps.store.commit({
    changes: [organisationChange(deps, organisation, {}, line)],
    parts: [{ kind: 'invitations', rows: [{ ...invitation, state: 'withdrawn' }] }],
  });
}
