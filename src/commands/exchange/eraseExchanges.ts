import type { EventMeta } from '../common/actor.ts';
import { systemActor } from '../common/actor.ts';
import { applyToNeed } from '../common/applyEvent.ts';
import { changeItem } from '../common/noteOn.ts';
import type { Conversation } from '../items/conversation.ts';
import type { Need } from '../items/need.ts';
import type { Change, Deps } from '../ports/ports.ts';
import { isOpen } from './publishNeed.ts';

/** Most needs and conversations that are erased with an organisation. */
const max = 10_000;

type With = Pick<Deps, 'store' | 'ids'>;

/** What takes away all that was written in a need; its dates and its outcome stay, for its chain and the figures. */
export function erasedNeed(deps: With, need: Need, at: string) {
  const line = { at, actor: systemActor, facts: ['need.contentErased'] } as const;
  return changeItem(deps, 'needs', need, blankNeed(at), line);
}

/** The same of a conversation: who wrote to whom, when, and what came of it stays. */
export function erasedConversation(deps: With, conversation: Conversation, at: string) {
  const line = { at, actor: systemActor, facts: ['conversation.contentErased'] } as const;
  return changeItem(deps, 'conversations', conversation, { messages: [], contentErasedAt: at }, line);
}

/** What goes with an organisation that is erased: its needs, taken back where they were open, and all its conversations. */
export async function erasedExchanges(
  deps: With,
  organisationId: string,
  eventMeta: EventMeta,
): Promise<Change[]> {
  const { at } = eventMeta;
  const [needs, conversations] = await Promise.all([
    deps.store.needsOf(organisationId, max),
    deps.store.conversationsOf(organisationId, max),
  ]);
  return [
    ...needs.map((need) =>
      isOpen(need)
        ? applyToNeed(deps, need, { type: 'withdraw', ...eventMeta }, blankNeed(at))
        : erasedNeed(deps, need, at),
    ),
    ...conversations.map((one) => erasedConversation(deps, one, at)),
  ];
}

function blankNeed(at: string) {
  return { title: '', text: '', quantity: '', place: '', contentErasedAt: at };
}
