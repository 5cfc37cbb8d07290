import type { Light } from '../../commands/desk/health/healthLine.ts';

/** The result of one check: how urgent it is, what was found, and what to do, if anything. */
export interface Finding {
  readonly light: Light;
  readonly what: string;
  readonly says: string;
  readonly todo?: string | undefined;
}

const marks = { good: '✓', soon: '!', now: '✗' } as const;

/** A finding as it is printed. */
export function linesOf({ light, what, says, todo }: Finding): string[] {
  return [`${marks[light]} ${what}: ${says}`, ...(todo && light !== 'good' ? [`  → ${todo}`] : [])];
}

/** The message of an error, with its cause, in one line. */
export function said(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${text}${cause}`.replaceAll(/\s+/g, ' ').slice(0, 400);
}
