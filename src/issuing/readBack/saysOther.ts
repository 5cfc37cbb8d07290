import { languages } from '../../profile/profile.ts';
import type { Claim, CredentialRead } from '../../register/fileReading.ts';
import { dateInFull } from '../drawing/dates.ts';
import { readNumbers } from './readNumbers.ts';

/** Whether among the numbers that people read on a picture there is one of another label than its credential's; a picture may show none. */
export function showsOther(credential: CredentialRead, numbers: readonly string[]): boolean {
  const number = credential.claim?.number;
  return number !== undefined && numbers.some((one) => one !== number);
}

/** Whether the text of a document is not what its credential says: a certificate prints its number and no other, name, offers and last day. */
export function printsOther(credential: CredentialRead, text: string): boolean {
  return credential.claim !== null && !prints(text, credential.claim);
}

function prints(text: string, { number, organisation, offers, until }: Claim): boolean {
  const printed = squeezed(text);
  const days = languages.map((language) => dateInFull(until, language));
  return (
    readNumbers(text).every((one) => one === number) &&
    [number, organisation, ...offers].every((one) => printed.includes(squeezed(one))) &&
    days.some((day) => printed.includes(squeezed(day)))
  );
}

/** Signs that programs write for one another; letters are none of them. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201B\u02B9\u02BC\u2032\u00B4`]/gu, "'"],
  [/[\u201C-\u201F\u00AB\u00BB\u2033]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
];

/** Lines break anywhere, and programs that write a document again keep letters but not how they are joined. */
function squeezed(text: string): string {
  const plain = alike.reduce((all, [signs, sign]) => all.replaceAll(signs, sign), text);
  return plain.normalize('NFKC').replaceAll(/[\s\u00AD]+/gu, '');
}
