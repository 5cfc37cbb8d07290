/** Why a label is suspended or withdrawn, as letters and pages name it. */
export const sanctionCodes = [
  'declarationMissing',
  'conditionUnmet',
  'criteriaNotMet',
  'misuse',
  'checkRefused',
  'changeNotNotified',
  'falseStatement',
  'other',
] as const;
export type SanctionCode = (typeof sanctionCodes)[number];

/** Decisions on a label that its holder may contest. */
export const labelDecisions = ['suspension', 'withdrawal', 'scope', 'standing'] as const;
export type LabelDecision = (typeof labelDecisions)[number];
