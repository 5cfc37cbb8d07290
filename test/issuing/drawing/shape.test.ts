import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { create } from 'fontkit';
import { fontOf, wordsOf } from '../../../src/issuing/drawing/fonts.ts';

const file = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';

/** The same typeface, remembering nothing. */
function fresh() {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(file)));
  if (!('layout' in font)) throw new Error('several fonts');
  return font;
}

describe('issuing/drawing/shape', () => {
  it('shapes a cached word as a fresh typeface does', () => {
    const plain = fresh().layout('Tonneau');
    for (const _ of ['first', 'remembered']) {
      const [word] = wordsOf('Tonneau', 'sans');
      expect(word?.glyphs.map(({ id }) => id)).deep.equal(plain.glyphs.map(({ id }) => id));
      expect(word?.positions).deep.equal(plain.positions);
      expect(word?.advance).equal(plain.advanceWidth);
    }
  });

  it('splits a line into words whatever was shaped before', () => {
    const line = 'Atelier de vélo';
    const advances = () => wordsOf(line, 'sans').map(({ advance }) => advance);
    const words = ['Atelier ', 'de ', 'vélo'].map((part) => fresh().layout(part).advanceWidth);
    expect(advances()).deep.equal(words);
    for (let i = 0; i < 5000; i++) wordsOf(`mot${i}`, 'sans');
    expect(advances()).deep.equal(words);
  });

  it('keeps ligatures of a typeface', () => {
    const serif = fontOf('serifSemibold');
    expect(serif.layout('fjord').glyphs).lengthOf(4);
    expect(wordsOf('raft', 'serifSemibold')[0]?.glyphs).lengthOf(3);
  });
});
