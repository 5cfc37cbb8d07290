import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { cacheGlyphs } from '../../../src/issuing/drawing/glyphCache.ts';

const { resolve } = createRequire(import.meta.url);
const files = {
  'long offsets': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'short offsets': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};

function fresh(file: string): Font {
  const font = create(readFileSync(resolve(file)));
  if (!('layout' in font)) throw new Error('several fonts');
  return font;
}

function subsetOf(font: Font, text: string): Uint8Array {
  const subset = font.createSubset() as unknown as { includeGlyph(id: number): number; encode(): Uint8Array };
  for (const one of text) subset.includeGlyph(font.glyphForCodePoint(one.codePointAt(0) ?? 0).id);
  return subset.encode();
}

describe('issuing/drawing/glyphCache', () => {
  for (const [kind, file] of Object.entries(files)) {
    it(`writes subsets of a typeface with ${kind} exactly as the library does`, () => {
      const [plain, kept] = [fresh(file), fresh(file)];
      cacheGlyphs(kept);
      const character = fc.constantFrom(...'abcxyzABCÉéèÅçñœß0123456789 -–’«»½&');
      const text = fc.array(character, { maxLength: 30 }).map((all) => all.join(''));
      fc.assert(
        fc.property(text, (letters) => {
          expect(Buffer.compare(subsetOf(kept, letters), subsetOf(plain, letters))).equal(0);
        }),
        { numRuns: 60 },
      );
    });
  }
});
