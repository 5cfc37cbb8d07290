/** Points as every page, document and answer shows them: one decimal, cut off, so that 49.96 never reads as a reached 50. */
export function shown(points: number): number {
  return Math.floor(points * 10 + 1e-6) / 10;
}

/** Points still missing as shown: one decimal, never cut to 0 while something is missing. */
export function shownMissing(points: number): number {
  return Math.ceil(points * 10 - 1e-6) / 10;
}
