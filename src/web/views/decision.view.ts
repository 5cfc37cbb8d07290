import type { Application, Person } from '../../commands/items/items.ts';
import { personName } from './staffWords.view.ts';

export type StaffRecommendation = NonNullable<ReturnType<typeof staffRecommendation>>;
export type StaffDecision = NonNullable<ReturnType<typeof staffDecision>>;

/** A rapporteur's draft for the committee; null while there is none. */
export function staffRecommendation(
  { recommendation }: Pick<Application, 'recommendation'>,
  by: Person | null,
) {
  if (!recommendation) return null;
  const { draft, reason } = recommendation;
  return { draft, reason, by: by ? personName(by) : '' };
}

/** What the committee decided, sealed until it is announced; null while there is nothing. */
export function staffDecision({ state, context, decisionReason: reason }: Application) {
  const { outcome, conditions } = context;
  return outcome && { outcome, reason, conditions, sealed: state === 'decided' };
}
