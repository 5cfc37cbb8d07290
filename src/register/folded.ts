/** A text as it is compared: no capitals, accents or typographic signs, one space between words. */
export function folded(text: string): string {
  return foldedText(text).text.trim();
}

const twoLetters: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** What stands for a letter where texts are compared. */
function foldedLetter(letter: string): string {
  if (/\s/u.test(letter)) return ' ';
  if (/[’‘ʼ]/u.test(letter)) return "'";
  if (/[‐‑–—]/u.test(letter)) return '-';
  const small = letter.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return twoLetters[small] ?? small;
}

/** The letters of our languages by their code, worked out once: a search or a filled register folds them by the million. */
const latin: readonly string[] = Array.from({ length: 0x250 }, (_, code) =>
  foldedLetter(String.fromCodePoint(code)),
);

/** The same with where each of its letters begins in the text that was given. */
export function foldedText(text: string): { readonly text: string; readonly starts: readonly number[] } {
  let plain = '';
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const piece = latin[letter.codePointAt(0) ?? 0] ?? foldedLetter(letter);
    // Of several spaces the first one stands for all.
    if (!(piece === ' ' && plain.endsWith(' '))) {
      for (const part of piece.split('')) {
        plain += part;
        starts.push(at);
      }
    }
    at += letter.length;
  }
  return { text: plain, starts };
}

/** The words of a text as they are looked for, each once. */
export function wordsIn(text: string): string[] {
  return [...new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}
