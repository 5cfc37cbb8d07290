import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { create } from 'fontkit';
import { fontOf } from '../../../src/issuing/drawing/fonts.ts';
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

  it('hands choices of the setting through to the typeface', () => {
    const apart = sans.layout('office', { liga: false, clig: false });
    expect(apart.glyphs).lengthOf(6);
  });
});
