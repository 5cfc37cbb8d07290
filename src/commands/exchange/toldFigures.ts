import { groupBy } from '../../groupBy.ts';
import type { Sector } from '../../register/sector.ts';
import type { YearFigures } from '../items/yearFigures.ts';
import type { YearCounts } from '../ports/exchangePorts.ts';

/** Fewer than five are not told apart to everybody: nobody is found in a figure. The office reads counts one by one. */
export const byFives = 5;
export const oneByOne = 1;
export type Step = typeof byFives | typeof oneByOne;

/**
 * What may be told of the exchanges of a year. Counts are told in steps, to everybody of five, so that none that is too small is what is
 * left of a total, or what came since last week. The value of deals is told by fives to the office as well: who says a value is promised
 * that it counts from five deals on.
 */
export function toldFigures(
  counted: YearCounts,
  holders: ReadonlyMap<string, Sector | null>,
  step: Step,
): Pick<YearFigures, 'exchanges' | 'flows' | 'medians'> {
  const { needs, found, conversations, deals, flows } = counted;
  return {
    exchanges: {
      ...{ needs: told(needs, step), found: told(found, step) },
      ...{ conversations: told(conversations, step), deals: told(deals, step) },
      value: toldValue(counted),
    },
    flows: flows
      .filter((flow) => flow.deals >= step && flow.organisations >= step)
      .map(({ buyer, seller, deals }) => ({ buyer, seller, deals: inSteps(deals, step) }))
      .toSorted((a, b) => b.deals - a.deals),
    medians: mediansOf(counted, holders, step),
  };
}

/** A count that may be told; null for one that is too small. */
export function told(n: number, step: Step): number | null {
  return n < step && step !== oneByOne ? null : inSteps(n, step);
}

/** A count as it is told. */
function inSteps(n: number, step: Step): number {
  return n - (n % step);
}

/** Of what is put down in the order in which it came, as much as may be told of: a step more at once, so that none of them is what a week added. */
export function toldOf<One>(all: readonly One[], step: Step): readonly One[] {
  return all.slice(0, inSteps(all.length, step));
}

/** The sum of the values that were said, without the last ones until they are five: none of them is what a week added. */
function toldValue({ valued, value, lastValues }: YearCounts): number | null {
  const last = lastValues.slice(0, valued % byFives);
  return valued < byFives ? null : last.reduce((rest, one) => rest - one, value);
}

/** Of holders alone: who opens accounts to find out what another one did would have to hold as many labels. */
function mediansOf({ bodies }: YearCounts, holders: ReadonlyMap<string, Sector | null>, step: Step) {
  return [...groupBy(bodies, ({ id }) => holders.get(id) ?? null)].flatMap(([sector, some]) =>
    sector === null || some.length < step
      ? []
      : [
          {
            ...{ sector, median: medianOf(some.map(({ deals }) => deals)) },
            organisations: inSteps(some.length, step),
          },
        ],
  );
}

/** The lower of the two in the middle where there are two. */
function medianOf(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0;
}
