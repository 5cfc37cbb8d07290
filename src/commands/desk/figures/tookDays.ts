import { type Step, toldOf } from '../../exchange/toldFigures.ts';
import type { TookDays } from '../../items/yearFigures.ts';

/** Within how many days half of some files were done, and nine in ten; null where they are too few to be told of. */
export function tookDays(days: readonly number[], step: Step): TookDays | null {
  const inOrder = toldOf(days, step).toSorted((a, b) => a - b);
  const within = (share: number) => inOrder[Math.ceil(share * inOrder.length) - 1] ?? 0;
  return inOrder.length === 0 ? null : { median: within(0.5), ninth: within(0.9), files: inOrder.length };
}
