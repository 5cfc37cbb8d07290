import type { Day } from '../../register/day.ts';
import type { ConditionEvent } from '../../workflow/conditionEvents.ts';
import type { StoredCondition } from '../../workflow/stored.ts';
import type { Item } from './item.ts';

/** A statement on a condition, in order. */
export interface ConditionWord {
  /** Which step it went with, by the name of its event. */
  readonly step: Exclude<ConditionEvent['type'], 'drop' | 'deadlinePassed'>;
  readonly text: string;
  /** Files of the evidence library that were named with it. */
  readonly documents: readonly string[];
  readonly at: string;
  /** The new last day that came with it. */
  readonly dueOn?: Day;
  /** The day of a call. */
  readonly on?: Day;
}

/** What a label depends on that was granted with conditions. */
export interface Condition extends Item, StoredCondition {
  /** What is to be done, as the committee wrote it. */
  readonly text: string;
  /** Until when, as it was signed. */
  readonly agreedFor: Day;
  readonly openedAt: string;
  readonly words: readonly ConditionWord[];
}
