/** Far below one decimal, far above the error of adding thirds in binary. */
const tolerance = 1e-9;

/** Whether points reach a threshold, before any rounding; 50 added up from thirds counts as 50. */
export function reaches(points: number, threshold: number): boolean {
  return points >= threshold - tolerance;
}
