import type { Answer, Facts } from '../criteria/assessment.ts';
import { type Computed, levelByFigures } from '../criteria/figureLevel.ts';
import { mayBeNotApplicable } from '../criteria/notApplicable.ts';
import type { Criterion, Cycle, Level } from '../criteria/scheme.ts';

/** The level of a criterion, where it comes from, and for a computed one its value before any rounding. */
export interface LevelFound {
  /** Null: not answered yet, or not computable yet. */
  readonly level: Level | 'na' | null;
  readonly from: 'figures' | 'answer' | 'none';
  readonly value?: number;
  readonly computed?: Computed;
}

/**
 * The level of one criterion. "Not applicable" counts only where the rule allows it for these figures in this cycle; a
 * computed criterion follows its figures whatever was claimed, except where they leave a choice.
 */
export function levelOf(
  criterion: Criterion,
  answer: Answer | undefined,
  facts: Facts,
  cycle: Cycle,
): LevelFound {
  if (answer?.na === true && mayBeNotApplicable(criterion, facts, cycle))
    return { level: 'na', from: 'answer' };
  if (criterion.number !== undefined) return levelByFigures(criterion.number, answer, facts);
  const claim = answer?.level ?? null;
  return claim === null ? { level: null, from: 'none' } : { level: claim, from: 'answer' };
}
