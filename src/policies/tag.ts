const maxTagLength = 40;

/**
 * A tag as it is kept: in lower case, with single spaces, of letters, digits and a few signs between them. Null where nothing is left,
 * or more than 40 characters.
 */
export function tagOf(typed: string): string | null {
  const tag = typed
    .normalize('NFC')
    .toLocaleLowerCase(bindingLanguage)
    .replace(/[^\p{L}\p{M}\p{N}'’.+/-]+/gu, ' ')
    .trim();
  return tag === '' || tag.length > maxTagLength ? null : tag;
}

import { bindingLanguage } from '../profile/profile.ts';
