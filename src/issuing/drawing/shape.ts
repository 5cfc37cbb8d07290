import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';

/** Words kept per typeface: the words of all papers many times over, in a few megabytes. */
const wordsKept = 1000;

/** A word as a typeface sets it, in units of the typeface. */
export interface ShapedWord {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advance: number;
  /** Whether a glyph stands off the line, as an accent of its own does. */
  readonly raised: boolean;
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
  const pairs = new Pairs(layOut);
  const words = new Map<string, ShapedWord>();
  const shape = (word: string): ShapedWord => {
    const kept = words.get(word);
    if (kept) return kept;
    const missing =
      [...word].find((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ?? null;
    const { glyphs, positions } = pairs.set(word) ?? layOut(word);
    const shaped = {
      glyphs,
      positions,
      advance: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
      raised: positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0),
      missing,
    };
    const [oldest] = words.size < wordsKept ? [] : words.keys();
    if (oldest !== undefined) words.delete(oldest);
    words.set(word, shaped);
    return shaped;
  };
  known.set(font, shape);
  const blank = layOut(' ');
  font.layout = (text, ...how) =>
    text === '' || how.some((choice) => choice !== undefined)
      ? layOut(text, ...how)
      : joined([...wordsOf(text, font)], blank);
}

/** Latin letters, signs and punctuation: in the typefaces used, more than two of these never change each other. */
const latin = /^[ -\u017f\u2010-\u203a]+$/u;

/** What a typeface makes of two characters in a row. */
interface Pair {
  readonly glyph: Glyph;
  readonly position: GlyphPosition;
}

/**
 * Sets words from what a typeface makes of each two characters in a row: a tenth of a millisecond less for each word that was
 * never set before, as names and numbers are.
 */
class Pairs {
  readonly #layOut: (text: string) => GlyphRun;
  readonly #known = new Map<string, Pair | null>();

  constructor(layOut: (text: string) => GlyphRun) {
    this.#layOut = layOut;
  }

  /** Null for a word in which characters join, and for one in another script. */
  set(word: string): Pick<GlyphRun, 'glyphs' | 'positions'> | null {
    if (!latin.test(word)) return null;
    const [glyphs, positions]: [Glyph[], GlyphPosition[]] = [[], []];
    for (let i = 0; i < word.length; i += 1) {
      const pair = this.#pairOf(word.slice(i, i + 2));
      if (!pair) return null;
      glyphs.push(pair.glyph);
      positions.push(pair.position);
    }
    return { glyphs, positions };
  }

  /** The first of two characters as it stands before the second, or the last of a word as it stands at its end. */
  #pairOf(characters: string): Pair | null {
    const kept = this.#known.get(characters);
    if (kept !== undefined) return kept;
    const { glyphs, positions } = this.#layOut(characters);
    const [glyph, position] = [glyphs[0], positions[0]];
    const apart = glyphs.length === characters.length && this.#standsAlone(characters, glyphs);
    const pair = apart && glyph && position ? { glyph, position } : null;
    this.#known.set(characters, pair);
    return pair;
  }

  /** Whether each character has the glyph that it has alone. */
  #standsAlone(characters: string, glyphs: readonly Glyph[]): boolean {
    return (
      characters.length === 1 ||
      [...characters].every((one, i) => this.#pairOf(one)?.glyph.id === glyphs[i]?.id)
    );
  }
}

/** One run of several words. Who draws may scale the positions of its run in place, so each gets its own. */
function joined(words: readonly ShapedWord[], blank: GlyphRun): GlyphRun {
  const glyphs = words.flatMap((word) => word.glyphs);
  const positions = words.flatMap((word) => word.positions.map((position) => ({ ...position })));
  return Object.assign(Object.create(Object.getPrototypeOf(blank)) as GlyphRun, blank, { glyphs, positions });
}

/** The words of a line in order, each with the space after it as the PDF library sets them; an address in its parts. */
export function* wordsOf(text: string, font: Font): Generator<ShapedWord> {
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
    glyphs += word.glyphs.length;
  }
  return { advance, glyphs };
}

/** The first character of a line that its typeface cannot draw, or null. */
export function missingFrom(text: string, font: Font): string | null {
  for (const { missing } of wordsOf(text, font)) if (missing !== null) return missing;
  return null;
}
