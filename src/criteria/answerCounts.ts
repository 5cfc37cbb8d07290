/** Fewer answers than so many are shown to nobody: no person is found in them. */
export const fewestAnswers = 5;

/** How much somebody agrees with a statement, from not at all to fully; those who say nothing on it are counted after the last step. */
export const agreementSteps = [1, 2, 3, 4, 5] as const;

/** How many people chose each step, and in the last place how many chose none. */
export type StepCounts = readonly number[];

/** Nobody yet. */
export const noCounts: StepCounts = [...agreementSteps.map(() => 0), 0];

/** How many answers are told of: in steps of five, so that nobody finds one person's in them; null below five. */
export function toldAnswers(answers: number): number | null {
  return answers < fewestAnswers ? null : answers - (answers % fewestAnswers);
}

/** How many people chose a step. */
export function answeredBy(counts: StepCounts): number {
  return agreementSteps.reduce((sum, _, at) => sum + (counts[at] ?? 0), 0);
}

/**
 * What may be told of a statement: null where fewer than five people chose a step, whoever else answered. The counts of the steps are
 * brought down to a sum in steps of five in the same shares (by largest remainders), so that they do not tell how many answered.
 */
export function toldCounts(counts: StepCounts): StepCounts | null {
  const chose = answeredBy(counts);
  const told = toldAnswers(chose);
  if (told === null) return null;
  const shares = agreementSteps.map((_, at) => ((counts[at] ?? 0) * told) / chose);
  const byRemainder = [...shares.keys()].toSorted((a, b) => restOf(shares, b) - restOf(shares, a) || a - b);
  const missing = told - shares.reduce((sum, share) => sum + Math.floor(share), 0);
  const raised = new Set(byRemainder.slice(0, missing));
  const none = counts[agreementSteps.length] ?? 0;
  return [...shares.map((share, at) => Math.floor(share) + Number(raised.has(at))), toldAnswers(none) ?? 0];
}

function restOf(shares: readonly number[], at: number): number {
  const share = shares[at] ?? 0;
  return share - Math.floor(share);
}

/** The mean of the steps that were chosen, from 1 to 5. */
export function meanStep(counts: StepCounts): number {
  return agreementSteps.reduce((sum, step, at) => sum + step * (counts[at] ?? 0), 0) / answeredBy(counts);
}
