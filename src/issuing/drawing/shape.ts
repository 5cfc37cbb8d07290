import type { Font, Glyph, GlyphPosition } from 'fontkit';

/** A word as a typeface sets it, in units of the typeface. */
export interface ShapedWord {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advance: number;
  /** Whether a glyph stands off the line, as an accent of its own does. */
  readonly raised: boolean;
}

/** Words kept per typeface: the words of all papers many times over, in a few megabytes. */
const maxWords = 1000;

/**
 * How a typeface sets words. Each is kept: papers repeat their words, and to choose and place the glyphs of one takes a tenth of
 * a millisecond, which takes row 8 of docs/performance.md over its goal.
 */
export function createShaper(font: Font): (word: string) => ShapedWord {
  const cache = new Map<string, ShapedWord>();
  return (word) => {
    const cached = cache.get(word);
    if (cached) return cached;
    const { glyphs, positions, advanceWidth: advance } = font.layout(word);
    const raised = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
    const shaped = { glyphs, positions, advance, raised };
    if (cache.size === maxWords) cache.clear();
    cache.set(word, shaped);
    return shaped;
  };
}
