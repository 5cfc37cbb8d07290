import { atLeastOne, profile } from '../profile/profile.ts';
import type { identifierKinds } from '../profile/profileShape.ts';

type Kind = (typeof identifierKinds)[number];

/** An identifier as it is kept and shown: CHE-123.456.788, 732 829 320, 732 829 320 00074 or 00743110157. */
export interface Identifier {
  readonly kind: Kind;
  readonly text: string;
}

/** What each kind that names an organisation itself is called where it is given out, where, and what it looks like as it is kept. */
const unitKinds = {
  uid: { name: 'UID', looks: 'CHE-\\d{3}\\.\\d{3}\\.\\d{3}', register: 'https://www.uid.admin.ch' },
  siren: { name: 'SIREN', looks: '\\d{3} \\d{3} \\d{3}', register: 'https://www.sirene.fr' },
  codiceFiscale: { name: 'codice fiscale', looks: '\\d{11}', register: 'https://www.agenziaentrate.gov.it' },
} as const;
const takenUnits = atLeastOne(
  profile.identifiers.flatMap((kind) => (kind === 'siret' ? [] : unitKinds[kind])),
);

/** The names of the kinds that the label takes. */
export const unitNames = atLeastOne(takenUnits.map(({ name }) => name));

/** What one of them looks like as it is kept. */
export const keptUnit = new RegExp(`^(${takenUnits.map(({ looks }) => looks).join('|')})$`);

/** What the kind of a kept one is called. */
export function unitName(unit: string): (typeof unitNames)[number] {
  return unitKinds[unitKind(unit)].name;
}

/** The site of the register that gave out a kept one. */
export function unitRegister(unit: string): string {
  return unitKinds[unitKind(unit)].register;
}

/** Its digits, without what people write around and between them: its name, the suffix or the key of a VAT number. */
const shape = /^(CHE)?(\d{9})(\d{5})?$/;
/**
 * The codice fiscale of a legal person and the partita IVA, which is the same number for most: eleven digits, the last of which is
 * Luhn's (decree of the minister of finance of 23 December 1976, articles 4 and 7).
 */
const italianShape = /^\d{11}$/;
/** Longer texts are something else. */
const maxLength = 40;

/** Federal Statistical Office: the UID's ninth digit makes the weighted sum a multiple of 11; a number that would need a 10 is never given. */
const uidWeights = [5, 4, 3, 2, 7, 6, 5, 4];
/** La Poste has more establishments than Luhn's formula leaves numbers for; INSEE counts them another way (lettre Sirene 16, 2013). */
const laPoste = '356000000';

/** The part of a kept identifier that names the organisation itself: of a SIRET, its SIREN. */
export function legalUnit(identifier: string): string {
  return unitKind(identifier) === 'siren' ? identifier.slice(0, '732 829 320'.length) : identifier;
}

/** Which of the three that name an organisation itself a kept one is, or belongs to. */
export function unitKind(identifier: string): Exclude<Kind, 'siret'> {
  const kind = identifierKind(identifier);
  return kind === 'siret' ? 'siren' : kind;
}

/** Of which kind a kept identifier is. */
export function identifierKind(identifier: string): Kind {
  if (italianShape.test(identifier)) return 'codiceFiscale';
  if (identifier.startsWith('CHE')) return 'uid';
  return identifier.length === '732 829 320'.length ? 'siren' : 'siret';
}

/** What a text is as a UID or SIREN, also from a SIRET; `mistyped` for one whose check digits do not fit, null for any other text. */
export function unitIn(typed: string): { readonly unit: string } | 'mistyped' | null {
  const read = readIdentifier(typed);
  if (read) return { unit: legalUnit(read.text) };
  const plain = plainOf(typed);
  const isOne = takes('codiceFiscale') ? italianShape.test(plain) : shape.test(plain);
  return typed.length <= maxLength && isOne ? 'mistyped' : null;
}

/**
 * Reads an identifier of a kind that the label takes, as people write it: the Swiss UID (with or without CHE, dots and VAT suffix), the
 * French SIREN, the SIRET of an establishment, or the Italian codice fiscale. Null when it is invalid or a check digit is wrong. Nine
 * digits without CHE are a SIREN, eleven a codice fiscale, fourteen a SIRET.
 */
export function readIdentifier(
  typed: string,
  taken: readonly Kind[] = profile.identifiers,
): Identifier | null {
  const read = readAny(plainOf(typed));
  return read !== null && taken.includes(read.kind) ? read : null;
}

function takes(kind: Kind): boolean {
  return profile.identifiers.includes(kind);
}

function readAny(plain: string): Identifier | null {
  if (italianShape.test(plain)) return hasLuhnCheck(plain) ? { kind: 'codiceFiscale', text: plain } : null;
  const [, swiss, digits = '', establishment = ''] = shape.exec(plain) ?? [];
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
    .replace(/^FR\d{2}(?=\d{9}$)/, '')
    .replace(/^(?:CF|PI|PIVA|CODICEFISCALE|PARTITAIVA|STEUERNUMMER|MWSTNR)?:?(?:IT)?(?=\d{11}$)/, '');
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
