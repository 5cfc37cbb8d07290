import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { cacheGlyphs } from './glyphCache.ts';
import { createShaper, type ShapedWord } from './shape.ts';

const files = {
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  sansSemibold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serifSemibold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  serifItalic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
} as const;

/** The typefaces of the drawings and of the certificate. */
export type Face = keyof typeof files;

export const faces = Object.keys(files) as readonly Face[];

const { resolve } = createRequire(import.meta.url);

interface Typeface {
  readonly font: Font;
  readonly shape: (word: string) => ShapedWord;
}
const parsed = new Map<Face, Typeface>();

/** The parsed font of a face. */
export const fontOf = (face: Face): Font => typefaceOf(face).font;

/** The words of a line as a face sets them, each with the space after it, as the PDF library takes them apart; an address in parts. */
export function wordsOf(text: string, face: Face): readonly ShapedWord[] {
  return text.split(/(?<=[ /])/).map(typefaceOf(face).shape);
}

/** A file is read once in the life of the process. */
function typefaceOf(face: Face): Typeface {
  const known = parsed.get(face);
  if (known) return known;
  const font = create(readFileSync(resolve(files[face])));
  if (!('layout' in font)) throw new Error(`${files[face]} holds several fonts`);
  nameGlyphs(font);
  cacheGlyphs(font);
  const typeface = { font, shape: createShaper(font) };
  parsed.set(face, typeface);
  return typeface;
}

/** Latin letters, then punctuation: where characters share a glyph, these are the ones meant. */
const usual: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x17f],
  [0x2010, 0x203a],
];

/**
 * A font keeps, for each glyph, the characters it was first asked for, and a PDF repeats them as its text.
 * Asking for all of them now, in order, makes a document independent of those made before it. Ligatures
 * are left out: they must read as the letters they join.
 */
function nameGlyphs(font: Font): void {
  const isUsual = (point: number) => usual.some(([from, to]) => point >= from && point <= to);
  const points = font.characterSet.filter((point) => point < 0xfb00 || point > 0xfb06);
  for (const point of points.filter(isUsual)) font.glyphForCodePoint(point);
  for (const point of points) font.glyphForCodePoint(point);
}
