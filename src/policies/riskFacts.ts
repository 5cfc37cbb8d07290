/** What raises the chance of a label to be drawn for a site check by risk (procedure.yaml weighs each). */
export const riskFacts = ['narrowPass', 'overdue', 'complaint', 'figuresMoved'] as const;
export type RiskFact = (typeof riskFacts)[number];
