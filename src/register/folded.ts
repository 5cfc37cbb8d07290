/** A text as it is compared: no capitals, accents or typographic signs, one space between words. */
export function folded(text: string): string {
  return foldedText(text).text.trim();
}

const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
};

/** The same with where each of its letters begins in the text that was given. */
export function foldedText(text: string): { readonly text: string; readonly starts: readonly number[] } {
  let plain = '';
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const small = letter.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
    const piece = /\s/u.test(letter) ? ' ' : (signs[small] ?? small);
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
