import { hash } from 'node:crypto';

/** Marks a form as written by a person, in its token: what was typed in it is shown again to nobody else. */
export function formAuthor(personId: string | undefined): string {
  if (personId === undefined) return '';
  return hash('sha256', `writer\n${personId}`, 'base64url').slice(0, 16);
}

/** Characters of a token before its mark: 24 random bytes. */
const randomLength = 32;

/** The mark at the end of the token of a form; empty when a visitor wrote it, or when there is none. */
export function markIn(token: unknown): string {
  return typeof token === 'string' ? token.slice(randomLength) : '';
}
