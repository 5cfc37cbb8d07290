import type { WrittenLetter } from '../../../src/commands/items/letters.ts';

/** The code in the newest letter to an address; empty when there is none. */
export function codeFor(letters: readonly WrittenLetter[], email: string): string {
  return /\b\d{6}\b/.exec(textFor(letters, email))?.[0] ?? '';
}

/** Path and query of the link in the newest letter to an address. */
export function linkFor(letters: readonly WrittenLetter[], email: string): string {
  return /\/[a-z]{2}\/sign-in\/link\?t=[\w-]+/.exec(textFor(letters, email))?.[0] ?? '';
}

function textFor(letters: readonly WrittenLetter[], email: string): string {
  return letters.findLast(({ to }) => to === email)?.text ?? '';
}
