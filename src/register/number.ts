import { profile } from '../profile/profile.ts';

const { prefix } = profile;
/** The prefix as people write it: some of its letters look like digits. */
const look: Readonly<Record<string, string>> = { I: '[I1L]', L: '[I1L]', O: '[O0]' };
/** What a number of this label begins with, look-alikes forgiven; the text of a regular expression. */
export const prefixPattern = [...prefix].map((letter) => look[letter] ?? letter).join('');
const complete = new RegExp(`^${prefixPattern}([0-9OIL]{2})([0-9OIL]{5,9})([0-9A-Z])$`);
/** As numbers of any label are printed: without its dashes one could be a number of another kind, such as a UID. */
const ofAnyLabel = /^([A-Z]{3})-(\d{2})-(\d{5,9})-([0-9A-Z])$/;
const incomplete = new RegExp(`^${prefixPattern}([0-9OIL]{2})([0-9OIL]{5})$`);
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Longest text that is looked at: a number of a million labels a year has 14 characters, and people add spaces. */
const maxLength = 40;

/** What a typed text says: a number in its printed form, one that its check character contradicts or that lacks it, or no number at all. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'mistyped'; readonly nearest: readonly string[] }
  /** All but its check character, which says what the whole can only be. */
  | { readonly kind: 'unfinished'; readonly number: string }
  | { readonly kind: 'notANumber' };

/** ISO 7064 MOD 37,36 over letters and digits. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + alphabet.indexOf(character)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return alphabet.charAt((37 - product) % 36);
}

/** The number as printed: prefix, year of issue, running number of that year, check character (docs/design/platform.md#numbers-on-labels). */
export function labelNumber(year: number, running: number): string {
  return printed(String(year % 100).padStart(2, '0'), String(running).padStart(5, '0'));
}

/**
 * Reads what a person typed or pasted: case, width, spaces, dashes, marks that show nothing and look-alikes forgiven; tells a mistyped
 * number from any other text.
 */
export function readNumber(typed: string): ReadNumber {
  if (typed.length > maxLength) return { kind: 'notANumber' };
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\p{Format}\u2212.·_/]/gu, '');
  const parts = complete.exec(plain);
  if (!parts) return withoutCheck(plain);
  const [year, running] = parts.slice(1, 3).map(plainDigits) as [string, string];
  const typedCheck = plain.slice(-1);
  const right = checkCharacter(`${prefix}${year}${running}`);
  // An L is forgiven in the digits only: as a check character it would let pass what the others catch.
  if (digits(typedCheck) === digits(right)) return { kind: 'number', number: printed(year, running) };
  // What stands last may also be a digit of a longer number that lacks its check character.
  const longer = /\d/.test(typedCheck) && running.length < 9 ? [printed(year, running + typedCheck)] : [];
  return { kind: 'mistyped', nearest: [...nearest(year, running, typedCheck), ...longer] };
}

/** What the number of another label begins with, typed as it is printed; null for any other text. */
export function otherPrefix(typed: string): string | null {
  const printedNumber = typed
    .trim()
    .toUpperCase()
    .replace(/\p{Dash_Punctuation}/gu, '-');
  const [, other, year, running, check] = ofAnyLabel.exec(printedNumber) ?? [];
  if (other === undefined || other === prefix) return null;
  return checkCharacter(`${other}${year}${running}`) === check ? other : null;
}

function withoutCheck(plain: string): ReadNumber {
  const parts = incomplete.exec(plain);
  if (!parts) return { kind: 'notANumber' };
  const [year, running] = parts.slice(1, 3).map(plainDigits) as [string, string];
  return { kind: 'unfinished', number: printed(year, running) };
}

function plainDigits(text: string): string {
  return digits(text).replaceAll('L', '1');
}

function digits(text: string): string {
  return text.replaceAll('O', '0').replaceAll('I', '1');
}

function printed(year: string, running: string): string {
  return `${prefix}-${year}-${running}-${checkCharacter(`${prefix}${year}${running}`)}`;
}

/** Every valid number that differs from what was typed in exactly one character, the check character included. */
function nearest(year: string, running: string, check: string): string[] {
  const body = `${year}${running}`;
  const changed = [...body].flatMap((digit, i) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => `${body.slice(0, i)}${other}${body.slice(i + 1)}`)
      .filter((other) => checkCharacter(`${prefix}${other}`) === check),
  );
  return [body, ...changed].map((other) => printed(other.slice(0, 2), other.slice(2)));
}
