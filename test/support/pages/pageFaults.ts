const faults: string[] = [];

/** Records faults of a page that the current test rendered. */
export function addPageFaults(page: string, found: readonly string[]): void {
  faults.push(...found.map((fault) => `${page}: ${fault}`));
}

/** Returns and clears what was recorded. */
export function takePageFaults(): string[] {
  return faults.splice(0);
}

/** Fails the test that rendered a faulty page. */
export function failOnPageFaults(): void {
  const found = takePageFaults();
  if (found.length > 0)
    throw new Error(`${found.length} faults in rendered pages:\n${found.slice(0, 10).join('\n')}`);
}
