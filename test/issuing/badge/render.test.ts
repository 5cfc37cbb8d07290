import { Resvg } from '@resvg/resvg-js';
import { expect } from 'chai';
import sharp, { type Sharp } from 'sharp';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import { linePath } from '../../../src/issuing/badge/badgeLine.ts';
import { numberLine } from '../../../src/issuing/badge/numberLine.ts';
import { grainScale } from '../../../src/issuing/drawing/outline.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { badgeCase, badgeCases } from '../../golden/badgeCases.ts';

const width = 300;

/** Pixels as two independent renderers draw them, on white. */
async function pixels(svg: string): Promise<[one: Buffer, other: Buffer]> {
  const one = sharp(Buffer.from(svg)).resize({ width });
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } });
  const raw = (image: Sharp) => image.flatten({ background: '#fff' }).raw().toBuffer();
  return [await raw(one), await raw(sharp(drawn.render().asPng()))];
}

/** Mean difference of two pictures, and how many values differ by a quarter of the scale and more, as parts of one. */
function apart(one: Buffer, other: Buffer): { mean: number; far: number } {
  let [sum, far] = [0, 0];
  for (let i = 0; i < one.length; i += 1) {
    const by = Math.abs((one[i] ?? 0) - (other[i] ?? 0));
    sum += by;
    if (by >= 64) far += 1;
  }
  return { mean: sum / one.length / 255, far: far / one.length };
}

describe('issuing/badge, rendered by others', () => {
  it('looks the same in a second renderer, for every golden file', async () => {
    for (const [name, data] of badgeCases) {
      const [one, other] = await pixels(drawBadge(data));
      expect(one.length, name).equal(other.length);
      const { mean, far } = apart(one, other);
      expect(mean, name).below(0.01);
      expect(far, name).below(0.005);
    }
    const [one] = await pixels(drawBadge(badgeCase()));
    const [changed] = await pixels(drawBadge(badgeCase({ number: 'MIE-26-00043-Z' })));
    expect(apart(one, changed).far, 'one digit is seen').above(0.0002);
  });

  it('composes a number from cached glyphs as it lays out the whole number', async () => {
    const show = (path: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" viewBox="0 295 300 40"><path${grainScale} d="${path}"/></svg>`;
    const asWhole = { face: 'sansSemibold', size: 16, spacing: 1.2, x: 150, y: 315, width: 252 } as const;
    for (const number of [labelNumber(26, 42), labelNumber(26, 1_234_567), 'MIE-VA-7TAVX-J', 'AVAT']) {
      const [pieces] = await pixels(show(numberLine(number)));
      const [whole] = await pixels(show(linePath(number, asWhole)));
      expect(apart(pieces, whole).mean, number).below(0.003);
    }
  });

  it('writes any number as text of its title', () => {
    expect(drawBadge(badgeCase({ number: 'A & <b>' }))).include('A &amp; &lt;b&gt;');
  });
});
