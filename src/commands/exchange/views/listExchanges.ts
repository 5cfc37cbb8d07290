import { mayEdit, roleIn } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Conversation } from '../../items/conversation.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isOpen } from '../publishNeed.ts';
import { invitingNumber } from './inviterOf.ts';
import { ownDeals } from './ownDeals.ts';

/** Most needs and conversations of one organisation on its page, the newest first. */
const max = 100;

/** What an organisation's page of exchanges shows. */
export type ExchangesPage = Awaited<ReturnType<typeof listExchanges>>;

/** What an organisation looks for, and what it writes with others, for its people. */
export async function listExchanges(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  organisationId: string,
) {
  requireVisible(roleIn(asker, organisationId));
  const organisation = requireVisible(await store.organisation(organisationId));
  const [needs, conversations] = await Promise.all([
    store.needsOf(organisationId, max),
    store.conversationsOf(organisationId, max),
  ]);
  const others = await namesOf(
    { store },
    conversations.map((one) => otherSide(one, organisationId)),
  );
  const titles = await titlesOf({ store }, conversations);
  const { sponsorId } = organisation;
  const sponsor =
    sponsorId === undefined ? undefined : (await namesOf({ store }, [sponsorId])).get(sponsorId);
  return {
    organisation: { id: organisationId, name: organisation.name },
    mayEdit: mayEdit(asker, organisationId) && organisation.mergedInto === null,
    deals: await ownDeals({ store, clock }, organisation, conversations),
    /** Who invited it; null where nobody did. */
    sponsor: sponsor ?? null,
    /** The number in the link by which it invites others; null while no label of it holds. */
    inviting: await invitingNumber({ store, clock }, organisationId),
    /** Those that wait for somebody first. */
    needs: needs
      .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
      .map((need) => ({
        ...{ id: need.id, state: need.state, title: need.title, place: need.place },
        isOpen: isOpen(need),
        dueAt: need.context.dueAt,
      })),
    conversations: conversations.map((one) => ({
      id: one.id,
      other: others.get(otherSide(one, organisationId)) ?? '',
      title: titles.get(one.needId) ?? '',
      lastAt: one.messages.at(-1)?.at ?? one.openedAt,
      isTheirTurn: one.messages.at(-1)?.organisationId !== organisationId,
    })),
  };
}

/** The organisation that another one writes with. */
export function otherSide({ organisationId, writerId }: Conversation, own: string): string {
  return organisationId === own ? writerId : organisationId;
}

/** Names of organisations that write to each other: each knows the other's. */
export async function namesOf({ store }: Pick<Deps, 'store'>, ids: readonly string[]) {
  const found = await store.seenBy(everything).organisations([...new Set(ids)]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function titlesOf({ store }: Pick<Deps, 'store'>, conversations: readonly Conversation[]) {
  const ids = [...new Set(conversations.map(({ needId }) => needId))];
  const found = await Promise.all(ids.map((id) => store.need(id)));
  return new Map(found.flatMap((need) => (need ? [[need.id, need.title] as const] : [])));
}
