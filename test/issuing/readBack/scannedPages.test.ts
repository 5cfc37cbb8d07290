// Tier: all. Budget: 6 s.
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { encodeQR } from 'qr';
import sharp from 'sharp';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { readBackInProcess } from '../../../src/issuing/readBack/readBackInProcess.ts';
import { timeoutMs } from '../../support/run/service.ts';
import { type Issued, issue, labelNumber, today, trustIn } from './issued.ts';
import { onePage, stream } from './writePdf.ts';

const side = 240;

/** A page that is nothing but a picture. */
function scanned(data: Buffer, filter: string, space: string, bits = 8): Buffer {
  const image = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /${space} /BitsPerComponent ${bits} ${filter} `;
  const page = '/Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R';
  return onePage('', [stream(Buffer.from('200 0 0 200 0 0 cm /I Do')), stream(data, image)], page);
}

/** The one strip of a picture of two colours (TIFF 6.0, tag 273 and 279), as fax machines and scanners press it. */
async function faxed(png: Buffer): Promise<Buffer> {
  const tiff = await sharp(png)
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .threshold(128)
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
  const directory = tiff.readUInt32LE(4);
  const fieldOf = (tag: number) => {
    for (let at = directory + 2, n = tiff.readUInt16LE(directory); n > 0; at += 12, n -= 1)
      if (tiff.readUInt16LE(at) === tag)
        return { count: tiff.readUInt32LE(at + 4), value: tiff.readUInt32LE(at + 8) };
    throw new Error(`no tag ${tag}`);
  };
  const [strips, lengths] = [fieldOf(273), fieldOf(279)];
  expect(strips.count).to.equal(1);
  return tiff.subarray(strips.value, strips.value + lengths.value);
}

const white = { background: '#ffffff' };
/** Ways in which scanners write a page. */
const ways: Readonly<Record<string, (png: Buffer) => Promise<Buffer>>> = {
  JPEG: async (png) =>
    scanned(await sharp(png).flatten(white).jpeg().toBuffer(), '/Filter /DCTDecode', 'DeviceRGB'),
  'grey pixels': async (png) => {
    const pixels = await sharp(png).flatten(white).toColourspace('b-w').raw().toBuffer();
    return scanned(deflateSync(pixels), '/Filter /FlateDecode', 'DeviceGray');
  },
  'two colours, pressed as by a fax': async (png) =>
    scanned(
      await faxed(png),
      `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${side} /Rows ${side} >>`,
      'DeviceGray',
      1,
    ),
};

describe('issuing/readBack, scanned pages', () => {
  const readingBack = readBackInProcess(timeoutMs);
  let issued: Issued;
  before(async () => {
    issued = await issue();
  });
  const page = (address: string) =>
    sharp(Buffer.from(encodeQR(address, 'svg', { border: 6 })), { density: 600 })
      .resize(side, side)
      .png()
      .toBuffer();

  for (const [name, way] of Object.entries(ways))
    it(`are read for the number in their code: ${name}`, async () => {
      const verify = async (address: string) =>
        verifyFile({ trust: trustIn(issued), readingBack }, await way(await page(address)), today);
      const ours = await verify(`https://label.example/labels/${labelNumber}`);
      expect([ours.verdict, ours.number, ours.label?.valid]).to.deep.equal(['claimOnly', labelNumber, true]);
      const other = await verify(`https://faux.example/labels/${labelNumber}`);
      expect([other.verdict, other.elsewhere]).to.deep.equal(['elsewhere', 'faux.example']);
    });
});
