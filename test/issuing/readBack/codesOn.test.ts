import { expect } from 'chai';
import { encodeQR } from 'qr';
import sharp from 'sharp';
import { codesOn } from '../../../src/issuing/readBack/codesOn.ts';

const ours = 'https://label.example/labels/MIE-26-00042-D';
const other = 'https://faux.example/menu';

interface Placed {
  readonly text: string;
  readonly side: number;
  readonly at: readonly [left: number, top: number];
  readonly turned?: number;
  readonly negative?: boolean;
}

async function draw({ text, side, turned = 0, negative = false }: Placed): Promise<Buffer> {
  const svg = Buffer.from(encodeQR(text, 'svg', { border: 4 }));
  const code = sharp(svg, { density: 600 })
    .resize(side, side, { kernel: 'nearest' })
    .flatten({ background: '#ffffff' });
  return (negative ? code.negate() : code).rotate(turned, { background: '#ffffff' }).png().toBuffer();
}

/** Codes on a white picture of 1200 pixels, RGB or RGBA. */
async function picture(codes: readonly Placed[], hasAlpha = false) {
  const drawn = codes.map(async (code) => ({ input: await draw(code), left: code.at[0], top: code.at[1] }));
  const size = { width: 1200, height: 1200, channels: hasAlpha ? 4 : 3, background: '#ffffff' } as const;
  const { data, info } = await sharp({ create: size })
    .composite(await Promise.all(drawn))
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const first = { text: ours, side: 500, at: [20, 20] } as const;
const pictures: Readonly<Record<string, readonly Placed[]>> = {
  'beside each other': [first, { text: other, side: 500, at: [620, 20] }],
  'with one quiet zone between them': [first, { text: other, side: 500, at: [480, 20] }],
  'a small one in a corner': [first, { text: other, side: 90, at: [1050, 1050] }],
  'a large one beside ours': [
    { ...first, side: 150 },
    { text: other, side: 800, at: [300, 300] },
  ],
  'one that is turned': [first, { text: other, side: 400, at: [550, 550], turned: 30 }],
  'a light one on dark ground': [first, { text: other, side: 400, at: [700, 700], negative: true }],
  'one in the middle of ours': [
    { ...first, side: 1100 },
    { text: other, side: 170, at: [490, 490] },
  ],
  'one among seven of ours': [...Array(8).keys()].map((n) => ({
    text: n === 5 ? other : ours,
    side: 280,
    at: [(n % 4) * 300, Math.floor(n / 4) * 400],
  })),
};

describe('issuing/readBack/codesOn', () => {
  for (const [name, codes] of Object.entries(pictures))
    it(`reads every code: ${name}`, async () => {
      for (const hasAlpha of [false, true])
        expect(await codesOn(await picture(codes, hasAlpha))).to.have.members([ours, other]);
    });

  it('reads none where there is none', async () => {
    expect(await codesOn(await picture([]))).to.deep.equal([]);
  });

  it('reads bytes that are no UTF-8', async () => {
    const text = 'https://faux.example';
    const wide = Buffer.from(text, 'utf16le').swap16();
    const svg = encodeQR(text, 'svg', { encoding: 'byte', textEncoder: () => new Uint8Array(wide) });
    const { data, info } = await sharp(Buffer.from(svg), { density: 600 })
      .resize(600, 600, { kernel: 'nearest' })
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [read = ''] = await codesOn({ width: info.width, height: info.height, data });
    expect(read.replaceAll('\0', '')).to.include(text);
  });
});
