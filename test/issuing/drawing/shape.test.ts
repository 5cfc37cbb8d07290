import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import fc from 'fast-check';
import { create } from 'fontkit';
import { faces, fontOf } from '../../../src/issuing/drawing/fonts.ts';
import { lengthOf, missingFrom } from '../../../src/issuing/drawing/shape.ts';

const file = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';

/** The same typeface, remembering nothing. */
function fresh() {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(file)));
  if (!('layout' in font)) throw new Error('several fonts');
  return font;
}

describe('issuing/shape', () => {
  const sans = fontOf('sans');
  const word = 'Tonneau';

  it('sets a remembered word as a typeface that remembers nothing does', () => {
    const plain = fresh().layout(word);
    for (const _ of ['first', 'remembered']) {
      const run = sans.layout(word);
      expect(run.glyphs.map(({ id }) => id)).deep.equal(plain.glyphs.map(({ id }) => id));
      expect(run.positions).deep.equal(plain.positions);
      expect(run.advanceWidth).equal(plain.advanceWidth);
    }
  });

  it('gives each who draws positions of its own', () => {
    const before = sans.layout(word).advanceWidth;
    for (const position of sans.layout(word).positions) position.xAdvance *= 2;
    expect(sans.layout(word).advanceWidth).equal(before);
  });

  it('measures a line word by word, whatever was set before', () => {
    const line = 'Atelier de vélo';
    const words = ['Atelier ', 'de ', 'vélo'].map((part) => fresh().layout(part).advanceWidth);
    const before = lengthOf(line, sans);
    for (let i = 0; i < 5000; i++) sans.layout(`mot${i}`);
    expect(lengthOf(line, sans)).deep.equal(before);
    expect(before).deep.equal({ advance: words.reduce((sum, width) => sum + width), glyphs: line.length });
  });

  it('finds the first character it cannot draw, whole', () => {
    expect(missingFrom('un jardin 🌱 合', sans)).equal('🌱');
    expect(missingFrom('un jardin', sans)).equal(null);
  });

  it('sets words of any Latin letters, signs and digits from their pairs as the typeface sets them whole', () => {
    const choice = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèàçœÉŒß’-–.,:;()«»&°% ';
    const word = fc
      .array(fc.constantFrom(...choice), { minLength: 1, maxLength: 9 })
      .map((all) => all.join(''));
    for (const face of faces) {
      const font = fontOf(face);
      fc.assert(
        fc.property(word, (letters) => {
          // A choice that changes nothing reaches the typeface itself.
          const [set, whole] = [font.layout(letters), font.layout(letters, [])];
          expect(set.glyphs.map(({ id }) => id)).deep.equal(whole.glyphs.map(({ id }) => id));
          // Words are set one by one: the letters on both sides of a space do not draw closer.
          if (!letters.includes(' ')) expect(set.positions).deep.equal(whole.positions);
        }),
        { numRuns: 400 },
      );
    }
  });

  it('keeps letters joined that a typeface joins', () => {
    const serif = fontOf('serifSemibold');
    expect(serif.layout('fjord').glyphs).lengthOf(4);
    expect(serif.layout('raft').glyphs).lengthOf(3);
  });

  it('hands choices of the setting through to the typeface', () => {
    const apart = sans.layout('office', { liga: false, clig: false });
    expect(apart.glyphs).lengthOf(6);
  });
});
