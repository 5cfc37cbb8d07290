import { dayOf, instantsOf } from '../../../register/day.ts';
import type { Conversation } from '../../items/conversation.ts';
import type { Organisation } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { publishedFigures } from './yearFigures.ts';

/** The deals that an organisation made this year, beside the median of its sector as it was published; null where it made none. */
export async function ownDeals(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { id, sector }: Organisation,
  conversations: readonly Conversation[],
) {
  const year = Number(dayOf(clock.now().toISOString()).slice(0, 4));
  const [from] = instantsOf(`${year}-01-01`);
  const made = conversations.filter(
    ({ answeredAt, outcomes }) =>
      answeredAt !== null && answeredAt >= from && outcomes.some(({ outcome }) => outcome === 'deal'),
  );
  if (made.length === 0) return null;
  const medians = (await publishedFigures({ store }, year))?.medians;
  return {
    ...{ year, count: made.length },
    /** What it said itself of their value; null where it said nothing. */
    value: ownValue(made, id),
    median: medians?.find((one) => one.sector === sector)?.median ?? null,
  };
}

/** What an organisation itself said of the value of deals, in francs a year; null where it said nothing. */
export function ownValue(deals: readonly Conversation[], organisationId: string): number | null {
  const values = deals.flatMap(({ outcomes }) =>
    outcomes.flatMap((said) =>
      said.organisationId === organisationId && said.value !== null ? [said.value] : [],
    ),
  );
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null;
}
