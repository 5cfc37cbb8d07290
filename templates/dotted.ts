/** The parts of a line that say something. */
export function dotted(...parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}
