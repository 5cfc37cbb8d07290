import { groupBy } from '../../groupBy.ts';
import type { Sector } from '../../register/sector.ts';
import type { YearFigures } from '../items/yearFigures.ts';
import type { YearCounts } from '../ports/exchangePorts.ts';

/** Fewer than so many deals or organisations are not told apart: nobody is found in a figure. */
export const fewest = 5;

/**
 * What may be told of the exchanges of a year. Counts are told in steps of five, so that none that is too small is what is left of a
 * total, or what came since last week.
 */
export function toldFigures(
  counted: YearCounts,
  holders: ReadonlyMap<string, Sector | null>,
): Pick<YearFigures, 'exchanges' | 'flows' | 'medians'> {
  const { needs, found, conversations, deals, flows } = counted;
  return {
    exchanges: {
      ...{ needs: told(needs), found: told(found), conversations: told(conversations), deals: told(deals) },
      value: toldValue(counted),
    },
    flows: flows
      .filter((flow) => flow.deals >= fewest && flow.organisations >= fewest)
      .map(({ buyer, seller, deals }) => ({ buyer, seller, deals: inSteps(deals) }))
      .toSorted((a, b) => b.deals - a.deals),
    medians: mediansOf(counted, holders),
  };
}

/** A count that may be told; null for one that is too small. */
export function told(n: number): number | null {
  return n < fewest ? null : inSteps(n);
}

/** A count as it is told, in steps of five. */
function inSteps(n: number): number {
  return n - (n % fewest);
}

/** Of what is put down in the order in which it came, as much as may be told of: five more at once, so that none of them is what a week added. */
export function toldOf<One>(all: readonly One[]): readonly One[] {
  return all.slice(0, inSteps(all.length));
}

/** The sum of the values that were said, without the last ones until they are five: none of them is what a week added. */
function toldValue({ valued, value, lastValues }: YearCounts): number | null {
  const last = lastValues.slice(0, valued % fewest);
  return valued < fewest ? null : last.reduce((rest, one) => rest - one, value);
}

/** Of holders alone: who opens accounts to find out what another one did would have to hold as many labels. */
function mediansOf({ bodies }: YearCounts, holders: ReadonlyMap<string, Sector | null>) {
  return [...groupBy(bodies, ({ id }) => holders.get(id) ?? null)].flatMap(([sector, some]) =>
    sector === null || some.length < fewest
      ? []
      : [{ sector, median: medianOf(some.map(({ deals }) => deals)), organisations: inSteps(some.length) }],
  );
}

/** The lower of the two in the middle where there are two. */
function medianOf(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0;
}
