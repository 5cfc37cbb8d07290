/** What every typeface of certificate and badge can draw: Latin letters of Europe and usual punctuation. A test asks the typefaces. */
const drawn =
  /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2022\u2026\u202f\u2030\u2039\u203a\u20ac]/;

/** The first character of a composed text (NFC) that a certificate could not print, or null. */
export function unprintable(text: string): string | null {
  return [...text].find((character) => !drawn.test(character)) ?? null;
}
