import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import sharp from 'sharp';
import { markField, markFragment, markInOneColour } from '../../../src/issuing/drawing/mark.ts';
import { assets } from '../../golden/assets.ts';

const { width, height } = markField;
const svg = (elements: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements}</svg>`;

async function alphaAt(elements: string, points: readonly (readonly [number, number])[]): Promise<number[]> {
  const raw = await sharp(Buffer.from(svg(elements)))
    .ensureAlpha()
    .raw()
    .toBuffer();
  return points.map(([x, y]) => raw[(y * width + x) * 4 + 3] ?? -1);
}

describe('issuing/mark', () => {
  for (const [name, content] of assets) {
    it(`equals criteria/made-in-ess/${name}`, () => {
      const kept = readFileSync(new URL(`../../../criteria/made-in-ess/${name}`, import.meta.url), 'utf8');
      expect(kept === content, 'same bytes; if the change is meant, run test/golden/write.ts').equal(true);
    });
  }

  const heads = [-90, 30, 150].map((angle): [number, number] => [
    Math.floor(60 + 13 * Math.cos((angle * Math.PI) / 180)),
    Math.floor(54 + 13 * Math.sin((angle * Math.PI) / 180)),
  ]);
  const shoulders = [-90, 30, 150].map((angle): [number, number] => [
    Math.floor(60 + 31 * Math.cos((angle * Math.PI) / 180)),
    Math.floor(54 + 31 * Math.sin((angle * Math.PI) / 180)),
  ]);

  it('in one colour leaves the people transparent', async () => {
    expect(await alphaAt(markInOneColour('#000'), [...heads, ...shoulders])).deep.equal([0, 0, 0, 0, 0, 0]);
    expect(
      await alphaAt(markInOneColour('#000'), [
        [60, 54],
        [60, 137],
        [14, 54],
        [105, 54],
      ]),
    ).deep.equal([255, 255, 255, 255]);
  });

  it('in colour covers the people, and stays within its field', async () => {
    expect(await alphaAt(markFragment('colour'), [...heads, ...shoulders])).deep.equal(Array(6).fill(255));
    expect(
      await alphaAt(markFragment('grey'), [
        [60, 4],
        [60, 142],
        [10, 54],
        [110, 54],
      ]),
    ).deep.equal([0, 0, 0, 0]);
  });
});
