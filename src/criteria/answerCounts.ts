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

/** What may be told of a statement: null where fewer than five people chose a step, whoever else answered. */
export function toldCounts(counts: StepCounts): StepCounts | null {
  return answeredBy(counts) < fewestAnswers ? null : counts;
}

/** The mean of the steps that were chosen, from 1 to 5. */
export function meanStep(counts: StepCounts): number {
  return agreementSteps.reduce((sum, step, at) => sum + step * (counts[at] ?? 0), 0) / answeredBy(counts);
}
