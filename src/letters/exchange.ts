import { requireVisible } from '../commands/common/requireVisible.ts';
import { otherSide } from '../commands/exchange/views/listExchanges.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, letter } from './letter.ts';
import { editors } from './recipients.ts';
import { eventOf } from './subjects.ts';

/** Tells the people of an organisation that another one wrote to it about a need. */
export const messageReceived = letter({
  on: ['conversation.opened', 'conversation.replied'],
  topic: null,
  about: async (
    { store }: Deps,
    { fact, id, data }: Cause<'conversation.opened' | 'conversation.replied'>,
  ) => {
    const conversation = requireVisible(await store.conversation(id));
    const sender =
      fact === 'conversation.replied' && 'organisationId' in data
        ? data.organisationId
        : conversation.writerId;
    const [writer, organisation, need] = await Promise.all([
      store.organisation(sender),
      store.organisation(otherSide(conversation, sender)),
      store.need(conversation.needId),
    ]);
    return { writer, organisation: requireVisible(organisation), title: need?.title ?? '' };
  },
  to: editors,
  path: ({ organisation, id }) => `organisations/${organisation.id}/exchanges/conversations/${id}`,
  tells: ({ writer, organisation, title }) => ({
    writer: writer?.name ?? '',
    organisation: organisation.name,
    need: title,
  }),
  says: ({ writer, organisation, need }) => ({ rows: { writer, need }, values: { writer, organisation } }),
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
