import { createHash } from 'node:crypto';
import { contentOf } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';

/** A short digest of what a form shows, carried along by it: another one at saving means that someone else saved first. */
export function versionTokenOf(shown: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(shown)) ?? '')
    .digest('base64url')
    .slice(0, 12);
}

/**
 * The version token of an answer: of what is typed in it, so that two people who say the same are in no conflict. Documents
 * are joined one by one and never written over.
 */
export function answerToken(answer: Answer | null | undefined): string {
  const { files: _, ...typed } = contentOf(answer);
  return versionTokenOf(typed);
}

const rivalSign = '~';

/** The token of a page whose answer came second: what is typed there goes on in that rival. */
export function rivalToken(id: string): string {
  return `${rivalSign}${id}`;
}

/** The rival that a token names; undefined for any other token. */
export function rivalIn(token: string | undefined): string | undefined {
  return token?.startsWith(rivalSign) ? token.slice(rivalSign.length) : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
