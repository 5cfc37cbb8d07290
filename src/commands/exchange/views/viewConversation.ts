import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type OwnConversation, sideOf } from '../conversation.ts';
import { namesOf, otherSide } from './listExchanges.ts';

/** What the page of a conversation shows. */
export type ConversationPage = Awaited<ReturnType<typeof viewConversation>>;

/** A conversation for the people of one of its sides. Who wrote on the other side, with the address, is told once both have written. */
export async function viewConversation(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  { organisationId, conversationId }: OwnConversation,
) {
  requireVisible(belongsTo(asker, organisationId));
  const conversation = sideOf(await store.conversation(conversationId), organisationId);
  const { needId, messages, answeredAt, outcomes, contentErasedAt } = conversation;
  const other = otherSide(conversation, organisationId);
  const [need, own, names, people, labels] = await Promise.all([
    store.need(needId),
    store.organisation(organisationId),
    namesOf({ store }, [organisationId, other]),
    writersOf(
      { store },
      messages.map(({ by }) => by),
    ),
    store.entriesOf(other, 1),
  ]);
  const isKnown = (side: string) => side === organisationId || answeredAt !== null;
  const theirs = messages.findLast((message) => message.organisationId === other);
  return {
    id: conversation.id,
    organisation: { id: organisationId, name: names.get(organisationId) ?? '' },
    other: { id: other, name: names.get(other) ?? '', hasPublicPage: labels.length > 0 },
    need: {
      id: needId,
      title: need?.title ?? '',
      isOpen: need?.state === 'open' || need?.state === 'answered',
    },
    messages: messages.map(({ organisationId: side, by, text, at }) => ({
      isOwn: side === organisationId,
      organisation: names.get(side) ?? '',
      name: isKnown(side) ? (people.get(by)?.name ?? '') : '',
      text,
      at,
    })),
    /** Where the other side is reached; null until both have written. */
    address: answeredAt === null ? null : people.get(theirs?.by ?? '')?.email || null,
    isErased: contentErasedAt !== undefined,
    /** Whether the organisation takes no messages from the other side. */
    isBlocked: own?.blocked?.includes(other) === true,
    outcome: outcomes.find((said) => said.organisationId === organisationId) ?? null,
    /** Whether the asker may say what came of it. */
    maySay: mayEdit(asker, organisationId) && answeredAt !== null,
    mayEdit: mayEdit(asker, organisationId),
    mayWrite: mayEdit(asker, organisationId) && contentErasedAt === undefined,
  };
}

async function writersOf({ store }: Pick<Deps, 'store'>, ids: readonly string[]) {
  const whole = store.seenBy(everything);
  const found = await Promise.all([...new Set(ids)].map((id) => whole.person(id)));
  return new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : [])));
}
