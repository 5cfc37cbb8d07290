/** Advance widths of the site's typeface in parts of its size, by kind of letter; a little more than they are. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlIf.,;:'’·!()\- \u00a0îïì]/u, 0.31],
  [/[rts/]/u, 0.42],
  [/[mMwWœ]/u, 0.84],
  [/[A-ZÀ-Þ]/u, 0.64],
];

/** Width of a line of text in the unit of `size`: an estimate, since a drawing is made without its typeface. */
export function textWidth(text: string, size: number): number {
  const parts = [...text].map((letter) => widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.56);
  return parts.reduce((sum, part) => sum + part, 0) * size;
}

/** A text in lines of at most `width`, broken between words; a longer word has its own line. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
