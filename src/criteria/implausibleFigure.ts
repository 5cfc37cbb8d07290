import type { Facts } from './assessment.ts';
import type { Scheme } from './scheme.ts';

/** A number so far from the one before that it is asked whether it is meant. */
export interface ImplausibleFigure {
  readonly fact: string;
  readonly before: number;
  readonly value: number;
}

/** What was there before: in this working copy, and of a renewal in the last cycle's file. */
export interface Before {
  readonly kept: Facts;
  readonly earlier?: Facts | undefined;
}

/** So many times as much, or as little, is more often a nought too many than a year. */
const times = 10;
/** Far above the error of thirds in binary, far below any change that a person means. */
const tolerance = 1e-9;

/** The jumps among new figures, in the order in which they are given; a figure that stays as it is makes none. */
export function implausibleFigures(scheme: Scheme, given: Facts, { kept, earlier = {} }: Before) {
  const { factChange } = scheme.reviewTriggers;
  return Object.entries(given).flatMap(([fact, value]): ImplausibleFigure[] => {
    const last = kept[fact];
    if (typeof value !== 'number' || value === last) return [];
    const cycle = earlier[fact];
    const near = last ?? cycle;
    if (typeof near === 'number' && isFar(near, value)) return [{ fact, before: near, value }];
    const isRenewed = typeof cycle === 'number' && value !== cycle;
    return isRenewed && Math.abs((value - cycle) / cycle) > factChange + tolerance
      ? [{ fact, before: cycle, value }]
      : [];
  });
}

/** Ten times as much, a tenth, or a gain for a loss; nothing is far from zero, which most figures begin with. */
function isFar(before: number, value: number): boolean {
  if (before === 0) return false;
  const ratio = value / before;
  return ratio >= times - tolerance || ratio <= 1 / times + tolerance;
}
