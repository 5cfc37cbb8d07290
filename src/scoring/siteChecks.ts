import { ticketOf } from './lot.ts';

/** What a draw of site checks is computed from. */
interface Draw {
  readonly seed: string;
  readonly random: number;
  readonly risk: number;
  readonly labels: readonly { readonly number: string; readonly weight: number }[];
}

/**
 * The labels that a draw takes. Each has the ticket of its number (lot.ts). By chance: the `random` labels with the lowest
 * tickets. By risk: of the others that have a weight, the `risk` labels with the lowest ticket divided by their weight. Of equal
 * ones the smaller number comes first.
 */
export function drawnLabels({ seed, random, risk, labels }: Draw) {
  const tickets = labels.map(({ number, weight }) => ({ number, weight, ticket: ticketOf(seed, number) }));
  const byChance = lowest(tickets, random);
  const risky = tickets
    .filter(({ number, weight }) => weight > 0 && !byChance.includes(number))
    .map(({ number, weight, ticket }) => ({ number, ticket: ticket / weight }));
  return { random: byChance, risk: lowest(risky, risk) };
}

function lowest(tickets: readonly { readonly number: string; readonly ticket: number }[], count: number) {
  return tickets
    .toSorted((a, b) => a.ticket - b.ticket || (a.number < b.number ? -1 : 1))
    .slice(0, count)
    .map(({ number }) => number);
}
