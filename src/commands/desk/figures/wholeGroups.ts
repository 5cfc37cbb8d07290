import { groupBy } from '../../../groupBy.ts';
import type { Step } from '../../exchange/toldFigures.ts';

/** Something that is counted since an instant, in the year to which it always belongs. */
interface Timed {
  readonly year: string;
  readonly at: string;
}

/**
 * What is counted of a time that moves on: of each year, in the order in which it came, by whole groups of a step, for everybody of
 * five. A group comes in with its last one and leaves with it, once that is before `from`, so that two counts of different days differ
 * by whole groups alone and never by a single one. What makes no whole group is left out.
 */
export function wholeGroups<One extends Timed>(all: readonly One[], from: string, step: Step): One[][] {
  return [...groupBy(all, ({ year }) => year).values()].flatMap((some) => {
    const inOrder = some.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    return Array.from({ length: Math.floor(inOrder.length / step) }, (_, n) =>
      inOrder.slice(n * step, (n + 1) * step),
    ).filter((group) => (group.at(-1)?.at ?? '') >= from);
  });
}
