import type { Application, Person } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { personName } from './staffWords.view.ts';

/** A rapporteur's draft for the committee. */
export interface StaffRecommendation {
  readonly draft: string;
  readonly reason: string;
  readonly by: string;
}

/** What the committee decided, sealed until it is announced. */
export interface StaffDecision {
  readonly outcome: string;
  readonly reason: string;
  readonly conditions: readonly string[];
  readonly sealed: boolean;
}

/** The recommendation on a file; null while there is none. */
export function staffRecommendation(
  { recommendation }: Pick<Application, 'recommendation'>,
  by: Person | null,
  words: Translator,
): StaffRecommendation | null {
  if (!recommendation) return null;
  const { draft, reason } = recommendation;
  return { draft: words.t(`outcomes.${draft}`), reason, by: by ? personName(by) : '' };
}

/** The decision on a file; null while there is none. */
export function staffDecision(
  { state, context, decisionReason }: Application,
  words: Translator,
): StaffDecision | null {
  if (context.outcome === null) return null;
  return {
    outcome: words.t(`outcomes.${context.outcome}`),
    reason: decisionReason,
    conditions: context.conditions.map(({ text, due }) =>
      words.t('staff.decision.condition', { text, due: words.date(due) }),
    ),
    sealed: state === 'decided',
  };
}
