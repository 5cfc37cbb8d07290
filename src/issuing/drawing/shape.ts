import type { Font, GlyphRun } from 'fontkit';

/** Words kept per typeface: the words of all papers many times over, in a few megabytes. */
const wordsKept = 1000;

/** A word as a typeface sets it, in units of the typeface. */
interface ShapedWord {
  readonly run: GlyphRun;
  readonly advance: number;
  readonly glyphs: number;
  /** The first character that the typeface cannot draw, or null. */
  readonly missing: string | null;
}

const known = new WeakMap<Font, (word: string) => ShapedWord>();

/**
 * Makes a typeface remember the words it has set: choosing and placing the glyphs of a word is most of the cost of a
 * document, and papers repeat their words. Set anew or remembered, a word is the same.
 */
export function rememberWords(font: Font): void {
  const layOut = font.layout.bind(font);
  const words = new Map<string, ShapedWord>();
  const shape = (word: string): ShapedWord => {
    const kept = words.get(word);
    if (kept) return kept;
    const run = layOut(word);
    const missing =
      [...word].find((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ?? null;
    const shaped = { run, advance: run.advanceWidth, glyphs: run.glyphs.length, missing };
    const [oldest] = words.size < wordsKept ? [] : words.keys();
    if (oldest !== undefined) words.delete(oldest);
    words.set(word, shaped);
    return shaped;
  };
  known.set(font, shape);
  font.layout = (text, ...how) =>
    text === '' || how.some((choice) => choice !== undefined)
      ? layOut(text, ...how)
      : joined([...wordsOf(text, font)]);
}

/** One run of several words. Who draws may scale the positions of its run in place, so each gets its own. */
function joined(words: readonly ShapedWord[]): GlyphRun {
  const [first] = words;
  if (!first) throw new Error('a line without a word');
  const glyphs = words.flatMap(({ run }) => run.glyphs);
  const positions = words.flatMap(({ run }) => run.positions.map((position) => ({ ...position })));
  return Object.assign(Object.create(Object.getPrototypeOf(first.run)) as GlyphRun, first.run, {
    glyphs,
    positions,
  });
}

/** The words of a line in order, each with the space after it as the PDF library sets them; an address in its parts. */
function* wordsOf(text: string, font: Font): Generator<ShapedWord> {
  const shape = known.get(font);
  if (!shape) throw new Error('a typeface that remembers no words');
  let from = 0;
  for (let to = 1; to <= text.length; to += 1) {
    if (to < text.length && !' /'.includes(text.charAt(to - 1))) continue;
    yield shape(text.slice(from, to));
    from = to;
  }
}

/** The length of a line in units of its typeface, and its count of glyphs. */
export function lengthOf(text: string, font: Font): { readonly advance: number; readonly glyphs: number } {
  let [advance, glyphs] = [0, 0];
  for (const word of wordsOf(text, font)) {
    advance += word.advance;
    glyphs += word.glyphs;
  }
  return { advance, glyphs };
}

/** The first character of a line that its typeface cannot draw, or null. */
export function missingFrom(text: string, font: Font): string | null {
  for (const { missing } of wordsOf(text, font)) if (missing !== null) return missing;
  return null;
}
