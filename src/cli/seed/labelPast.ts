import type { Entry, LabelState } from '../../register/entry.ts';
import { type DayCount, dayOfCount } from './dayCount.ts';
import type { Random } from './random.ts';

/** What a label came to; "restored" is active again after a suspension. */
export type Fate = Exclude<LabelState, 'issuing' | 'superseded'> | 'restored';

/** A label's period, seen from today. */
export interface Period {
  readonly since: DayCount;
  readonly until: DayCount;
  /** Days from the first one to today, and to the last one. */
  readonly age: number;
  readonly term: number;
}

type Past = Entry['history'];

/** Days of a suspension after which withdrawal is proposed. */
const proposedAfter = 60;
/** Days of grace after the last day. */
export const grace = 90;

/** The least and the greatest age of a label that came to this: old enough for it, not so old that more would have followed. */
const ages: Readonly<Record<Fate, (term: number) => readonly [number, number]>> = {
  active: (term) => [0, term - 2],
  restored: (term) => [100, term - 2],
  suspended: (term) => [100, term - 2],
  withdrawalPending: (term) => [100, term - 2],
  extended: (term) => [term + 3, term + grace - 5],
  expired: (term) => [term + grace + 5, term + 900],
  withdrawn: (term) => [200, term + 700],
  terminated: (term) => [200, term + 700],
};

/** How old a label is that came to this. */
export function ageOf(fate: Fate, chance: Random, term: number): number {
  return chance.between(...ages[fate](term));
}

/** What happened after the label became active. */
export function pastOf(fate: Fate, chance: Random, { since, until, age, term }: Period): Past {
  const after = (days: number, state: LabelState) => ({ state, on: dayOfCount(since + days) });
  switch (fate) {
    case 'active':
      return [];
    case 'restored': {
      const paused = chance.between(10, age - 40);
      return [after(paused, 'suspended'), after(paused + chance.between(5, 30), 'active')];
    }
    case 'suspended':
      return [after(age - chance.between(0, proposedAfter - 5), 'suspended')];
    case 'withdrawalPending': {
      const paused = age - chance.between(proposedAfter + 2, proposedAfter + 20);
      return [after(paused, 'suspended'), after(paused + proposedAfter, 'withdrawalPending')];
    }
    case 'withdrawn': {
      const paused = chance.between(10, Math.min(age, term) - 100);
      const proposed = paused + proposedAfter;
      return [
        after(paused, 'suspended'),
        after(proposed, 'withdrawalPending'),
        after(proposed + chance.between(1, 30), 'withdrawn'),
      ];
    }
    case 'terminated':
      return [after(chance.between(30, Math.min(age, term)), 'terminated')];
    case 'extended':
      return [{ state: 'extended', on: dayOfCount(until + 1) }];
    case 'expired':
      return chance.percent(70)
        ? [{ state: 'expired', on: dayOfCount(until + 1) }]
        : [
            { state: 'extended', on: dayOfCount(until + 1) },
            { state: 'expired', on: dayOfCount(until + grace + 1) },
          ];
  }
}
