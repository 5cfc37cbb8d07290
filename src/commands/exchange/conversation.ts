import { fault, refuseFor, requireNoFaults } from '../../errors.ts';
import { hasContactDetails } from '../../policies/contactDetails.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { actorWithoutFile } from '../common/actor.ts';
import { applyToNeed } from '../common/applyEvent.ts';
import { addItem, changeItem } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { retryOnConflict } from '../common/retryOnConflict.ts';
import type { Conversation, Message } from '../items/conversation.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { needEventMeta } from './ownNeed.ts';
import { requireUnblocked } from './requireUnblocked.ts';
import { otherSide } from './views/listExchanges.ts';

/** Messages of one conversation: who has more to say has each other's address by then. */
const maxMessages = 100;

/** A message of one organisation. */
interface NewMessage {
  readonly organisationId: string;
  readonly text: string;
}

/** A person writes for an organisation to the one that published a need; a second message joins the first. Gives the conversation's id. */
export async function writeToNeed(
  deps: Deps,
  asker: Asker,
  { needId, organisationId, text }: NewMessage & { readonly needId: string },
): Promise<string> {
  const { store } = deps;
  requireVisible(mayEdit(asker, organisationId));
  const id = `${needId}-${organisationId}`;
  return retryOnConflict(async () => {
    if (await store.conversation(id)) {
      await sendMessage(deps, asker, { conversationId: id, organisationId, text });
      return id;
    }
    const need = requireVisible(await store.need(needId));
    const eventMeta = needEventMeta(deps, asker, need);
    await requireUnblocked(deps, organisationId, need.context.organisationId);
    const answered = applyToNeed(deps, need, { type: 'answer', ...eventMeta, organisationId });
    refuseContactDetails(text);
    const { at } = eventMeta;
    const opened = {
      id,
      needId,
      organisationId: need.context.organisationId,
      writerId: organisationId,
      openedAt: at,
      answeredAt: null,
      messages: [{ organisationId, by: asker.id, text, at }],
      outcomes: [],
    };
    const line = {
      at,
      actor: actorWithoutFile(asker, organisationId),
      facts: ['conversation.opened'],
    } as const;
    await store.commit([answered, addItem(deps, 'conversations', opened, line)]);
    return id;
  });
}

/** A conversation as it is found from one of its sides. */
export interface OwnConversation {
  readonly organisationId: string;
  readonly conversationId: string;
}

/** A person of one of the sides writes to the other; the same text twice in a row is one message. */
export async function sendMessage(
  deps: Deps,
  asker: Asker,
  { conversationId, organisationId, text }: OwnConversation & NewMessage,
): Promise<void> {
  requireVisible(mayEdit(asker, organisationId));
  await retryOnConflict(async () => {
    const conversation = sideOf(await deps.store.conversation(conversationId), organisationId);
    const { messages, writerId, answeredAt } = conversation;
    if (isRepeated(messages.at(-1), { organisationId, text })) return;
    refuseFor({
      conversationErased: conversation.contentErasedAt !== undefined,
      tooManyMessages: messages.length >= maxMessages,
    });
    await requireUnblocked(deps, organisationId, otherSide(conversation, organisationId));
    const at = deps.clock.now().toISOString();
    const isAnswer = organisationId !== writerId && answeredAt === null;
    if (answeredAt === null && !isAnswer) refuseContactDetails(text);
    const changed = {
      messages: [...messages, { organisationId, by: asker.id, text, at }],
      ...(isAnswer && { answeredAt: at }),
    };
    const line = {
      at,
      actor: actorWithoutFile(asker, organisationId),
      facts: ['conversation.replied'],
      data: { organisationId },
    } as const;
    await deps.store.commit([changeItem(deps, 'conversations', conversation, changed, line)]);
  });
}

/** A conversation of which an organisation is a side; else there is none. */
export function sideOf(conversation: Conversation | null, organisationId: string): Conversation {
  const isSide = conversation?.organisationId === organisationId || conversation?.writerId === organisationId;
  return requireVisible(isSide && conversation);
}

function isRepeated(last: Message | undefined, { organisationId, text }: NewMessage): boolean {
  return last?.organisationId === organisationId && last.text === text;
}

/** Until the other side has answered, nobody is led away from the service. */
function refuseContactDetails(text: string): void {
  requireNoFaults(hasContactDetails(text) ? [fault('text', 'contactInText')] : []);
}
