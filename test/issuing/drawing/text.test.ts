import { expect } from 'chai';
import sharp from 'sharp';
import { LabelError } from '../../../src/errors.ts';
import { grainScale, outline } from '../../../src/issuing/drawing/outline.ts';
import { measure, requirePrintable, sizeToFit, wrap, wrapEvenly } from '../../../src/issuing/drawing/text.ts';

const sans = { face: 'sans', size: 16 } as const;

describe('issuing/text', () => {
  it('composes accents, decomposes ligatures, and collapses spaces', () => {
    expect(requirePrintable(' E\u0301nergie \n o\uFB03ce\t', 'sans', 'name')).equal('Énergie office');
  });

  it('drops invisible characters, and makes a non-breaking hyphen plain', () => {
    expect(requirePrintable('\uFEFFco\u00ADopé\u200Brative Saint\u2011Jean', 'serifSemibold', 'name')).equal(
      'coopérative Saint\u2010Jean',
    );
  });

  it('keeps a no-break space', () => {
    expect(requirePrintable('ici\u00a0: là', 'sans', 'name')).equal('ici\u00a0: là');
  });

  for (const character of ['合', '🌱', '\u0007', '\u202e']) {
    it(`refuses ${JSON.stringify(character)}, naming field and character`, () => {
      const fault = { field: 'offers.2', code: 'characterNotPrintable', params: { character } };
      expect(() => requirePrintable(`a${character}b`, 'serifSemibold', 'offers.2'))
        .throw(LabelError)
        .with.property('faults')
        .deep.equal([fault]);
    });
  }

  it('writes the languages of the region and its neighbours', () => {
    const words = 'Œuvre naïve à Çà, Größe ÄÖÜß, perché, città, Łódź, Şişli, Ñandú, ½ €, № 5 – « l’été » … ×';
    for (const face of ['sans', 'sansSemibold', 'serifSemibold', 'serifItalic'] as const) {
      expect(requirePrintable(words, face, 'name')).equal(words);
    }
  });

  it('fits a line into a width, and never enlarges it', () => {
    const size = sizeToFit('Prolongé jusqu’au 31 janvier 2030', sans, 100);
    expect(measure('Prolongé jusqu’au 31 janvier 2030', { ...sans, size })).closeTo(100, 0.01);
    expect(sizeToFit('ici', sans, 100)).equal(16);
  });

  it('counts the space between letters, but not after the last', () => {
    expect(measure('abc', { ...sans, spacing: 5 }) - measure('abc', sans)).closeTo(10, 1e-9);
  });

  it('wraps without losing a word, and no line exceeds the width', () => {
    const text = 'Association pour la promotion de l’agriculture contractuelle de proximité';
    const lines = wrap(text, sans, 150);
    expect(lines.join(' ')).equal(text);
    expect(lines.length).greaterThan(2);
    for (const line of lines) expect(measure(line, sans)).most(150);
  });

  it('breaks a word that is too wide, between whole characters', () => {
    const lines = wrap(`la ${'é'.repeat(60)}`, sans, 100);
    expect(lines.join('')).equal(`la${'é'.repeat(60)}`);
    for (const line of lines) expect(measure(line, sans)).most(100);
  });

  it('balances lines without adding one', () => {
    const text = 'L’Œuvre et l’Énergie, société coopérative';
    const setting = { face: 'serifSemibold', size: 46 } as const;
    expect(wrap(text, setting, 708)).deep.equal(['L’Œuvre et l’Énergie, société', 'coopérative']);
    expect(wrapEvenly(text, setting, 708)).deep.equal(['L’Œuvre et l’Énergie,', 'société coopérative']);
  });
});

describe('issuing/outline', () => {
  /** The first and the last unit across in which a line leaves ink. */
  const extent = async (path: string) => {
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><path${grainScale} d="${path}"/></svg>`;
    const { data, info } = await sharp(Buffer.from(drawn)).raw().toBuffer({ resolveWithObject: true });
    const inked = Array.from({ length: info.width }, (_, x) => x).filter((x) =>
      Array.from({ length: info.height }, (_, y) => data[(y * info.width + x) * 4 + 3] ?? 0).some(Boolean),
    );
    return [inked[0] ?? Number.NaN, inked.at(-1) ?? Number.NaN] as const;
  };

  it('sets a line from, around or up to its anchor', async () => {
    const [startLeft] = await extent(outline('HH', { ...sans, x: 100, y: 50 }));
    const [left, right] = await extent(outline('HH', { ...sans, x: 100, y: 50, anchor: 'middle' }));
    const [, endRight] = await extent(outline('HH', { ...sans, x: 100, y: 50, anchor: 'end' }));
    expect((left + right) / 2).closeTo(100, 1);
    expect(startLeft).within(100, 103);
    expect(endRight).within(97, 100);
  });

  it('returns the same path data each time, and none for a missing glyph', () => {
    const draw = () => outline('Made in ESS', { ...sans, x: 0, y: 0 });
    expect(draw()).equal(draw());
    expect(() => outline('合', { ...sans, x: 0, y: 0 })).throw(LabelError);
  });
});
