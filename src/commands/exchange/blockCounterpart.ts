import { mayEdit } from '../../policies/organisation.ts';
import { actorWithoutFile } from '../common/actor.ts';
import { changeItem } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { retryOnConflict } from '../common/retryOnConflict.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type OwnConversation, sideOf } from './conversation.ts';
import { otherSide } from './views/listExchanges.ts';

/** Takes no more messages from the other side of a conversation, in this one and any other, or takes them again. */
export async function blockCounterpart(
  deps: Deps,
  asker: Asker,
  { organisationId, conversationId, block }: OwnConversation & { readonly block: boolean },
): Promise<void> {
  requireVisible(mayEdit(asker, organisationId));
  await retryOnConflict(async () => {
    const conversation = sideOf(await deps.store.conversation(conversationId), organisationId);
    const organisation = requireVisible(await deps.store.organisation(organisationId));
    const other = otherSide(conversation, organisationId);
    const before = organisation.blocked ?? [];
    if (before.includes(other) === block) return;
    const blocked = block ? [...before, other] : before.filter((id) => id !== other);
    const at = deps.clock.now().toISOString();
    const actor = actorWithoutFile(asker, organisationId);
    const line = { at, actor, facts: ['organisation.changed'] } as const;
    await deps.store.commit([changeItem(deps, 'organisations', organisation, { blocked }, line)]);
  });
}
