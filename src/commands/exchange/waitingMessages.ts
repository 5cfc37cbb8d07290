import { dayOf } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { noteBeside } from '../common/noteOn.ts';
import { everyItem } from '../common/pages.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Conversation } from '../items/conversation.ts';
import type { Deps } from '../ports/ports.ts';

const dayMs = 86_400_000;

/** Conversations of one organisation that are read: the newest. */
export const maxConversations = 100;

/** Messages to an organisation that came after its own last one. */
export function waitingFor({ messages }: Conversation, organisationId: string): Conversation['messages'] {
  return messages.slice(messages.findLastIndex((message) => message.organisationId === organisationId) + 1);
}

/** Whether another message that waits for an organisation came in the day before `at`: one e-mail told of it, the next morning's tells the rest. */
export function isToldOf(
  conversations: readonly Conversation[],
  organisationId: string,
  at: string,
): boolean {
  return conversations
    .flatMap((conversation) =>
      waitingFor(
        { ...conversation, messages: conversation.messages.filter((one) => one.at < at) },
        organisationId,
      ),
    )
    .some((message) => Date.parse(at) - Date.parse(message.at) < dayMs);
}

/** Conversations in which a message of the day before `now` waits for an organisation and had no e-mail of its own. */
function untoldConversations(
  conversations: readonly Conversation[],
  organisationId: string,
  now: Date,
): Conversation[] {
  return conversations.filter((conversation) =>
    waitingFor(conversation, organisationId).some(
      ({ at }) => now.getTime() - Date.parse(at) < dayMs && isToldOf(conversations, organisationId, at),
    ),
  );
}

/** Tells organisations each morning, in one e-mail, of the messages of the last day that had none of their own. Gives how many were told. */
export async function tellWaitingMessages(deps: Deps, now: Date): Promise<number> {
  const { store } = deps;
  const at = now.toISOString();
  const since = new Date(now.getTime() - dayMs).toISOString();
  const waited = new Set<string>();
  for await (const { messages, organisationId, writerId } of everyItem((page) =>
    store.conversationsSince(since, page),
  ))
    waited.add(messages.at(-1)?.organisationId === organisationId ? writerId : organisationId);
  let told = 0;
  for (const id of waited) {
    const organisation = await store.organisation(id);
    const untold = untoldConversations(await store.conversationsOf(id, maxConversations), id, now);
    const last = await store.lastRecord(`organisations/${id}`, 'organisation.messagesWait');
    if (!organisation || untold.length === 0 || (last && dayOf(last.at) === dayOf(at))) continue;
    const data = { conversations: untold.map((one) => one.id) };
    const line = { at, actor: systemActor, facts: ['organisation.messagesWait'], data } as const;
    const note = () => store.commit([noteBeside(deps, 'organisations', organisation, line)]);
    if (await isDoneUnless(['stale'], note)) told += 1;
  }
  return told;
}
