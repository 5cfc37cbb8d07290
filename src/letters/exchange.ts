import { requireVisible } from '../commands/common/requireVisible.ts';
import { outcomePath } from '../commands/exchange/outcomeLink.ts';
import { isOpen } from '../commands/exchange/publishNeed.ts';
import { otherSide } from '../commands/exchange/views/listExchanges.ts';
import { isToldOf, maxConversations, waitingFor } from '../commands/exchange/waitingMessages.ts';
import type { Organisation, Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, letter, type Reader } from './letter.ts';
import { editors } from './recipients.ts';
import { eventOf } from './subjects.ts';

/** Tells the people of an organisation that another one wrote to it about a need; of what comes in the day after, tomorrow's `messagesDigest` tells. */
export const messageReceived = letter({
  on: ['conversation.opened', 'conversation.replied'],
  topic: null,
  about: async (
    { store }: Deps,
    { fact, id, data, record: { at } }: Cause<'conversation.opened' | 'conversation.replied'>,
  ) => {
    const conversation = requireVisible(await store.conversation(id));
    const sender =
      fact === 'conversation.replied' && 'organisationId' in data
        ? data.organisationId
        : conversation.writerId;
    const receiver = otherSide(conversation, sender);
    const [writer, organisation, need, conversations] = await Promise.all([
      store.organisation(sender),
      store.organisation(receiver),
      store.need(conversation.needId),
      store.conversationsOf(receiver, maxConversations),
    ]);
    const isTold = isToldOf(conversations, receiver, at);
    return { writer, organisation: requireVisible(organisation), title: need?.title ?? '', isTold };
  },
  holds: ({ isTold }) => !isTold,
  to: editors,
  path: ({ organisation, id }) => `organisations/${organisation.id}/exchanges/conversations/${id}`,
  tells: ({ writer, organisation, title }) => ({
    writer: writer?.name ?? '',
    organisation: organisation.name,
    need: title,
  }),
  says: ({ writer, organisation, need }) => ({ rows: { writer, need }, values: { writer, organisation } }),
});

/** Tells an organisation in the morning of the messages that had no e-mail of their own and still wait. */
export const messagesDigest = letter({
  on: ['organisation.messagesWait'],
  topic: null,
  about: async ({ store, publicUrl }: Deps, { id, data }: Cause<'organisation.messagesWait'>) => {
    const all = await Promise.all(data.conversations.map((one) => store.conversation(one)));
    const waiting = all.flatMap((one) => (one && waitingFor(one, id).length > 0 ? [one] : []));
    const messages = await Promise.all(
      waiting.map(async (one) => {
        const [writer, need] = [await store.organisation(otherSide(one, id)), await store.need(one.needId)];
        return { id: one.id, text: `${writer?.name ?? ''} · ${need?.title ?? ''}` };
      }),
    );
    return { organisation: requireVisible(await store.organisation(id)), messages, publicUrl };
  },
  holds: ({ messages }) => messages.length > 0,
  to: editors,
  path: ({ organisation }) => `organisations/${organisation.id}/exchanges`,
  tells: ({ organisation, messages, publicUrl }, { language }) => ({
    organisation: organisation.name,
    messages: messages.map(({ id, text }) => ({
      text,
      href: `${publicUrl}/${language}/organisations/${organisation.id}/exchanges/conversations/${id}`,
    })),
  }),
  says: ({ organisation, messages }) => ({
    list: messages,
    values: { organisation, count: messages.length },
  }),
});

/** Tells holders, once a week, of what others look for that their offers may fit. */
export const needsDigest = letter({
  on: ['organisation.needsFound'],
  topic: 'exchange',
  about: async ({ store, publicUrl }: Deps, { id, data }: Cause<'organisation.needsFound'>) => {
    const found = await Promise.all(data.needs.map((needId) => store.need(needId)));
    const needs = found.flatMap((need) => (need && isOpen(need) ? [need] : []));
    return { organisation: requireVisible(await store.organisation(id)), needs, publicUrl };
  },
  holds: ({ needs }) => needs.length > 0,
  to: editors,
  path: () => 'needs',
  tells: ({ organisation, needs, publicUrl }, { language }) => ({
    organisation: organisation.name,
    needs: needs.map(({ id, title, place }) => ({
      text: `${title} · ${place}`,
      href: `${publicUrl}/${language}/exchange/${id}`,
    })),
  }),
  says: ({ organisation, needs }) => ({ list: needs, values: { organisation, count: needs.length } }),
});

/** Thanks a holder by whose link an organisation was registered. */
export const newcomerThanks = letter({
  on: ['organisation.sponsored'],
  topic: 'exchange',
  about: async ({ store }: Deps, { id }: Cause) => {
    const newcomer = requireVisible(await store.organisation(id));
    const organisation = newcomer.sponsorId ? await store.organisation(newcomer.sponsorId) : null;
    return organisation && { organisation, newcomer };
  },
  to: editors,
  path: ({ organisation }) => `organisations/${organisation.id}/exchanges`,
  tells: ({ organisation, newcomer }) => ({ organisation: organisation.name, newcomer: newcomer.name }),
  says: ({ organisation, newcomer }) => ({ values: { organisation, newcomer } }),
});

/** Asks the people of both sides what came of a conversation: one click says it, without signing in. */
export const outcomeAsked = letter({
  on: ['conversation.outcomeAsked'],
  topic: 'exchange',
  signs: true,
  about: theSides,
  to: async ({ sides }) => sides.flatMap(({ people }) => people),
  path: ({ sides, id }, reader) =>
    outcomePath({ conversationId: id, organisationId: sideOf(sides, reader).organisation.id }),
  tells: ({ sides, title }, reader) => {
    const { organisation, other } = sideOf(sides, reader);
    return { organisation: organisation.name, writer: other.name, need: title };
  },
  says: ({ organisation, writer, need }) => ({ rows: { writer, need }, values: { organisation, writer } }),
});

/** Tells an organisation that the day until which it looked for something is over. */
export const needExpired = letter({
  on: ['need.expired'],
  topic: 'exchange',
  about: theNeed,
  to: editors,
  path: ({ organisation }) => `organisations/${organisation.id}/exchanges`,
  tells: nameAndTitle,
  says: ({ organisation, need }) => ({ rows: { need }, values: { organisation, need } }),
});

/** Tells an organisation that an officer took its need off the list, why, and how it contests that. */
export const needRemoved = letter({
  on: ['need.removed'],
  topic: null,
  about: theNeed,
  to: editors,
  path: () => 'report',
  tells: (about) => ({ ...nameAndTitle(about), reason: eventOf(about.record, 'remove').reason }),
  says: ({ organisation, need, reason }) => ({ rows: { need }, values: { organisation, need, reason } }),
});

async function theNeed({ store }: Deps, { id }: Cause) {
  const need = requireVisible(await store.need(id));
  return { need, organisation: requireVisible(await store.organisation(need.context.organisationId)) };
}

function nameAndTitle({ need, organisation }: Awaited<ReturnType<typeof theNeed>>) {
  return { organisation: organisation.name, need: need.title };
}

interface Side {
  readonly organisation: Organisation;
  readonly other: Organisation;
  readonly people: readonly Person[];
}

/** Both sides of a conversation, each with those who may write for it. */
async function theSides(deps: Deps, { id }: Cause) {
  const { store } = deps;
  const { organisationId, writerId, needId } = requireVisible(await store.conversation(id));
  const [first, second, need] = await Promise.all([
    store.organisation(organisationId),
    store.organisation(writerId),
    store.need(needId),
  ]);
  const side = async (organisation: Organisation, other: Organisation): Promise<Side> => ({
    ...{ organisation, other },
    people: await editors({ organisation }, deps),
  });
  const [seeks, has] = [requireVisible(first), requireVisible(second)];
  return { sides: [await side(seeks, has), await side(has, seeks)], title: need?.title ?? '' };
}

/** The side that a reader is written to for: of who is on both, the one that looks for something. */
function sideOf(sides: readonly Side[], { id }: Reader): Side {
  return requireVisible(sides.find(({ people }) => people.some((person) => person.id === id)));
}
