/** An identifier as it is kept and shown: CHE-123.456.788, 732 829 320 or 732 829 320 00074. */
export interface Identifier {
  readonly kind: 'uid' | 'siren' | 'siret';
  readonly text: string;
}

/** Its digits, without what people write around and between them: its name, the suffix or the key of a VAT number. */
const shape = /^(CHE)?(\d{9})(\d{5})?$/;
/** Longer texts are something else. */
const maxLength = 40;

/** Federal Statistical Office: the UID's ninth digit makes the weighted sum a multiple of 11; a number that would need a 10 is never given. */
const uidWeights = [5, 4, 3, 2, 7, 6, 5, 4];
/** La Poste has more establishments than Luhn's formula leaves numbers for; INSEE counts them another way (lettre Sirene 16, 2013). */
const laPoste = '356000000';

/** The part of a kept identifier that names the organisation itself: of a SIRET, its SIREN. */
export function legalUnit(identifier: string): string {
  return unitKind(identifier) === 'uid' ? identifier : identifier.slice(0, '732 829 320'.length);
}

/** Which of the two a kept one is. */
export function unitKind(unit: string): 'uid' | 'siren' {
  return unit.startsWith('CHE') ? 'uid' : 'siren';
}

/** What a text is as a UID or SIREN, also from a SIRET; `mistyped` for one whose check digits do not fit, null for any other text. */
export function unitIn(typed: string): { readonly unit: string } | 'mistyped' | null {
  const read = readIdentifier(typed);
  if (read) return { unit: legalUnit(read.text) };
  return typed.length <= maxLength && shape.test(plainOf(typed)) ? 'mistyped' : null;
}

/**
 * Reads the Swiss UID (with or without CHE, dots and VAT suffix), the French SIREN or the SIRET of an establishment as people
 * write them; null when it is invalid or a check digit is wrong. Nine digits without CHE are a SIREN, fourteen a SIRET.
 */
export function readIdentifier(typed: string): Identifier | null {
  const [, swiss, digits = '', establishment = ''] = shape.exec(plainOf(typed)) ?? [];
  if (digits === '' || digits.startsWith('000')) return null;
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  if (swiss) {
    const valid = establishment === '' && hasUidCheck(digits);
    return valid ? { kind: 'uid', text: `CHE-${a}.${b}.${c}` } : null;
  }
  if (!hasLuhnCheck(digits)) return null;
  if (establishment === '') return { kind: 'siren', text: `${a} ${b} ${c}` };
  return hasSiretCheck(digits, establishment)
    ? { kind: 'siret', text: `${a} ${b} ${c} ${establishment}` }
    : null;
}

function plainOf(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s.\-\u2010-\u2013\u2019']/gu, '')
    .replace(/^(?:N[O°º]?)?(?:(?:IDE|UID|IDI|SIREN|SIRET):?(?=CHE|\d)|(?:TVA|MWST|IVA|VAT):?(?=CHE|FR))/, '')
    .replace(/(?<=\d)(TVA|MWST|IVA)$/, '')
    .replace(/^FR\d{2}(?=\d{9}$)/, '');
}

function hasUidCheck(digits: string): boolean {
  const sum = uidWeights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[8]);
}

/** Every second digit from the right counts double, its digits added (ISO/IEC 7812-1, annex B; INSEE for SIREN and SIRET). */
function hasLuhnCheck(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function hasSiretCheck(siren: string, establishment: string): boolean {
  const digits = `${siren}${establishment}`;
  if (hasLuhnCheck(digits)) return true;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  return siren === laPoste && sum % 5 === 0;
}
