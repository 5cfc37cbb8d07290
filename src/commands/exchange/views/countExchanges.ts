import { meanings } from '../../../criteria/meanings.ts';
import { addDays, type Day, dayOf } from '../../../register/day.ts';
import type { Conversation } from '../../items/conversation.ts';
import type { Need } from '../../items/need.ts';
import type { ExchangesCount } from '../../items/ownExchanges.ts';
import type { Deps } from '../../ports/ports.ts';
import { invitingNumber } from './inviterOf.ts';
import { otherSide } from './listExchanges.ts';
import { ownValue } from './ownDeals.ts';

/** Days that are counted, today included. */
const days = 365;
/** Most conversations of one organisation that are looked at, the newest. */
const max = 200;

interface Deal {
  readonly conversation: Conversation;
  readonly need: Pick<Need, 'kind'>;
}

/** The criteria that exchanges say something about, and which: by the one, it buys from others, by the other, it does something with them. */
const counted: Readonly<Record<string, Need['kind']>> = {
  [meanings.bought]: 'need',
  [meanings.undertaken]: 'project',
};

/** Whether exchanges say something about a criterion. */
export function countsExchanges(criterion: string): boolean {
  return Object.hasOwn(counted, criterion);
}

/** What the exchanges of an organisation led to in the last year, by the criterion that they say something about. */
export async function countExchanges(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  organisationId: string,
): Promise<ReadonlyMap<string, ExchangesCount>> {
  const until = dayOf(clock.now().toISOString());
  const from = addDays(until, 1 - days);
  const deals: Deal[] = [];
  for (const conversation of await store.conversationsOf(organisationId, max)) {
    if (!isDealSince(conversation, from)) continue;
    const need = await store.need(conversation.needId);
    if (need) deals.push({ conversation, need });
  }
  const holders = new Set<string>();
  for (const id of new Set(deals.map(({ conversation }) => otherSide(conversation, organisationId))))
    if ((await invitingNumber({ store, clock }, id)) !== null) holders.add(id);
  const countOf = (kind: Need['kind'], some: readonly Conversation[]) => ({
    ...{ kind, from, until, deals: some.length },
    labelled: some.filter((one) => holders.has(otherSide(one, organisationId))).length,
    value: ownValue(some, organisationId),
  });
  return new Map(
    Object.entries(counted).map(([criterion, kind]) => {
      // Who answers a need sells; in a project both do the same.
      const isOwn = ({ conversation, need }: Deal) =>
        need.kind === kind && (kind === 'project' || conversation.organisationId === organisationId);
      const some = deals.filter(isOwn).map(({ conversation }) => conversation);
      return [criterion, countOf(kind, some)] as const;
    }),
  );
}

function isDealSince({ outcomes }: Conversation, from: Day): boolean {
  return outcomes.some(({ outcome, at }) => outcome === 'deal' && dayOf(at) >= from);
}
