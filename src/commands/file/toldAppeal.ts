import { afterSuspensiveEffect, suspendedDays } from '../../policies/suspensiveEffect.ts';
import type { Day } from '../../register/day.ts';
import type { Condition } from '../../workflow/events.ts';
import type { Appeal } from '../items/decidingItems.ts';

/** An appeal as the people of its organisation may know it: not who judges it. */
export interface ToldAppeal
  extends Pick<Appeal, 'id' | 'state' | 'lodgedAt' | 'ground' | 'grounds' | 'documents' | 'words'> {
  readonly against: Appeal['context']['against'];
  readonly stayed: boolean;
}

/** What may be shown of an appeal. */
export function toldAppeal({
  id,
  state,
  lodgedAt,
  ground,
  grounds,
  documents,
  words,
  context,
}: Appeal): ToldAppeal {
  const { against, stayed } = context;
  return { id, state, lodgedAt, ground, grounds, documents, words, against, stayed };
}

/** The conditions of a decision, each with its day as it is after the days without effect; `newest` is the appeal against it. */
export function conditionsNow(
  conditions: readonly Condition[],
  newest: Pick<Appeal, 'words'> | undefined,
  today: Day,
): readonly Condition[] {
  return newest ? afterSuspensiveEffect(conditions, suspendedDays(newest.words, today)) : conditions;
}
