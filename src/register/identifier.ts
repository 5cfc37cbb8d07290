/** An identifier as it is kept and shown: CHE-123.456.788 or 123 456 782. */
export interface Identifier {
  readonly kind: 'uid' | 'siren';
  readonly text: string;
}

/** Federal Statistical Office: the UID's ninth digit makes the weighted sum a multiple of 11; a number that would need a 10 is never given. */
const uidWeights = [5, 4, 3, 2, 7, 6, 5, 4];

/**
 * Reads the Swiss UID (with or without CHE, dots and VAT suffix) or the French SIREN as people write it; null when it is
 * neither or when its check digit is wrong. Nine digits without CHE are a SIREN.
 */
export function readIdentifier(typed: string): Identifier | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s.\-\u2010-\u2013\u2019']/gu, '')
    .replace(/(?<=\d)(TVA|MWST|IVA)$/, '');
  const [, swiss, digits = ''] = /^(CHE)?(\d{9})$/.exec(plain) ?? [];
  if (digits === '' || digits.startsWith('000')) return null;
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  if (swiss) return hasUidCheck(digits) ? { kind: 'uid', text: `CHE-${a}.${b}.${c}` } : null;
  return hasLuhnCheck(digits) ? { kind: 'siren', text: `${a} ${b} ${c}` } : null;
}

function hasUidCheck(digits: string): boolean {
  const sum = uidWeights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[8]);
}

/** Every second digit from the right counts double, its digits added (ISO/IEC 7812-1, annex B; INSEE for the SIREN). */
function hasLuhnCheck(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
