import { expect } from 'chai';
import { faces, fontOf } from '../../src/issuing/drawing/fonts.ts';
import { unprintable } from '../../src/register/printable.ts';

describe('a printable text', () => {
  it('contains only characters that the typefaces can draw or replace', () => {
    const printedOtherwise = ['\u2011', '\u00ad'];
    for (let point = 0; point <= 0xffff; point += 1) {
      const character = String.fromCharCode(point);
      if (unprintable(character) !== null || printedOtherwise.includes(character)) continue;
      for (const face of faces) {
        expect(fontOf(face).hasGlyphForCodePoint(point), `${face} U+${point.toString(16)}`).to.equal(true);
      }
    }
  });

  it('can be in any language of the region, with its punctuation', () => {
    for (const text of [
      'Boulangerie « Spécimen », coopérative – Œuvre d’été à 100 %',
      'Bäckerei „Größe“ & Söhne',
      'Panetteria “così” (più)',
      'Șpecimen, Ťažký Žluťoučký, Łódź',
      '',
    ])
      expect(unprintable(text.normalize('NFC')), text).to.equal(null);
  });

  it('contains no emoji, other script or line break: the first of them is named', () => {
    for (const [text, character] of [
      ['Spécimen 🍞', '🍞'],
      ['特定', '特'],
      ['Спецімен', 'С'],
      ['a\nb', '\n'],
      ['a\u0000b', '\u0000'],
      ['a\u202eb', '\u202e'],
      ['e\u0301', '\u0301'],
    ] as const)
      expect(unprintable(text)).to.equal(character);
  });
});
