/** Gathers an option of the command line that is given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
