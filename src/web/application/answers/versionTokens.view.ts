import { createHash } from 'node:crypto';
import { contentOf } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';

/** A short mark of what a form shows, carried along by it: another one at saving means that someone was quicker. */
export function seenOf(shown: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(shown)) ?? '')
    .digest('base64url')
    .slice(0, 12);
}

/**
 * The mark of an answer: of what is typed in it, so that two people who say the same are not in each other's way. Documents
 * are joined one by one and never written over.
 */
export function answerMark(answer: Answer | null | undefined): string {
  const { files: _, ...typed } = contentOf(answer);
  return seenOf(typed);
}

const rivalSign = '~';

/** The mark of a page whose answer came second: what is typed there goes on in that rival. */
export function rivalMark(id: string): string {
  return `${rivalSign}${id}`;
}

/** The rival that a mark names; undefined for any other mark. */
export function rivalIn(mark: string | undefined): string | undefined {
  return mark?.startsWith(rivalSign) ? mark.slice(rivalSign.length) : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
