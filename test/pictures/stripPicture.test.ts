import { expect } from 'chai';
import sharp, { type Sharp } from 'sharp';
import { pngChunk } from '../../src/pictures/pngChunks.ts';
import { stripPicture } from '../../src/pictures/stripPicture.ts';
import { inJpeg, inPng, inWebp, segment, webpChunk } from './hostileParts.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const grainy = (channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#000', noise } }).ensureAlpha(
    channels === 4 ? 0.5 : 1,
  );
const rgb = () => grainy().removeAlpha();
const green = (): Sharp => sharp({ create: { width: 60, height: 40, channels: 3, background: '#20c040' } });

/** What anybody sees of a picture: upright, in the colours of a screen. */
const seen = (bytes: Buffer) =>
  sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });

/** An Exif file that says an orientation, in either order of bytes, behind something else. */
function oriented(value: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write(isLittle ? 'II*\0' : 'MM\0*', 'latin1');
  const two = (number: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(number, at) : tiff.writeUInt16BE(number, at);
  const four = (number: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(number, at) : tiff.writeUInt32BE(number, at);
  four(8, 4);
  two(2, 8);
  for (const [n, tag, given] of [
    [0, 0x0100, 60],
    [1, 0x0112, value],
  ] as const) {
    const at = 10 + 12 * n;
    two(tag, at);
    two(3, at + 2);
    four(1, at + 4);
    two(given, at + 8);
  }
  return tiff;
}

describe('pictures/stripPicture', () => {
  it('changes nothing of what anybody sees', async () => {
    const honest: Readonly<Record<string, Sharp>> = {
      'plain PNG': rgb().png(),
      'interlaced PNG': grainy(4).png({ progressive: true }),
      'PNG of a palette with see-through parts': grainy(4).png({ palette: true }),
      'PNG of 16 bits': rgb().toColourspace('rgb16').png(),
      'grey PNG': rgb().greyscale().png(),
      JPEG: rgb().jpeg(),
      'progressive JPEG with its own tables': rgb().jpeg({ progressive: true, mozjpeg: true }),
      'grey JPEG': rgb().greyscale().jpeg(),
      'CMYK JPEG': rgb().toColourspace('cmyk').jpeg(),
      'JPEG without subsampling': rgb().jpeg({ chromaSubsampling: '4:4:4', quality: 100 }),
      WebP: rgb().webp(),
      'WebP with alpha': grainy(4).webp(),
      'WebP without loss': grainy(4).webp({ lossless: true }),
      ...Object.fromEntries(
        (['png', 'jpeg', 'webp'] as const).map((format) => [
          `${format} in other colours`,
          green().withIccProfile('p3').toFormat(format),
        ]),
      ),
    };
    for (const [name, picture] of Object.entries(honest)) {
      const bytes = await picture.toBuffer();
      const stripped = stripPicture(bytes).bytes;
      const [before, after] = [await seen(bytes), await seen(stripped)];
      expect(after.info, name).to.deep.equal(before.info);
      expect(after.data.equals(before.data), name).to.equal(true);
      expect(stripPicture(stripped).bytes.equals(stripped), `${name}, twice`).to.equal(true);
    }
  });

  it('keeps the orientation, and nothing else of Exif', async () => {
    const [png, jpeg] = [await rgb().png().toBuffer(), await rgb().jpeg().toBuffer()];
    const webp = await rgb().withIccProfile('p3').webp().toBuffer();
    for (const isLittle of [false, true]) {
      const exif = oriented(6, isLittle);
      const all: Readonly<Record<string, Buffer>> = {
        png: inPng(png, pngChunk('eXIf', exif)),
        jpeg: inJpeg(jpeg, segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif]))),
        webp: inWebp(webp, 0x08, webpChunk('EXIF', exif)),
      };
      for (const [name, bytes] of Object.entries(all)) {
        const stripped = stripPicture(bytes).bytes;
        const { orientation, exif: kept } = await sharp(stripped).metadata();
        expect(orientation, name).to.equal(6);
        expect(kept?.length, name).to.be.lessThan(40);
        const { info } = await seen(stripped);
        expect([info.width, info.height], name).to.deep.equal([40, 60]);
      }
    }
    for (const [what, exif] of [
      ['no such orientation', oriented(9, false)],
      ['a directory outside', Buffer.from('MM\0*\xff\xff\xff\xff', 'latin1')],
      ['cut short', oriented(6, true).subarray(0, 20)],
      ['nothing', Buffer.alloc(0)],
    ] as const)
      expect(
        stripPicture(inPng(png, pngChunk('eXIf', exif))).bytes.equals(stripPicture(png).bytes),
        what,
      ).to.equal(true);
  });

  it('drops comments, places and other texts in each format', async () => {
    const text = Buffer.from('http://ns.adobe.com/xap/1.0/\0Specimen');
    const webp = await rgb().withIccProfile('p3').webp().toBuffer();
    const all: Readonly<Record<string, Buffer>> = {
      tEXt: inPng(await rgb().png().toBuffer(), pngChunk('tEXt', Buffer.from('a\0Specimen'))),
      COM: inJpeg(await rgb().jpeg().toBuffer(), segment(0xfe, text)),
      XMP: inJpeg(await rgb().jpeg().toBuffer(), segment(0xe1, text)),
      'behind the end': Buffer.concat([await rgb().jpeg().toBuffer(), text]),
      'XMP of WebP': inWebp(webp, 0x04, webpChunk('XMP ', text)),
      'behind a PNG': Buffer.concat([await rgb().png().toBuffer(), text]),
    };
    for (const [name, bytes] of Object.entries(all)) {
      const stripped = stripPicture(bytes).bytes;
      expect(stripped.includes('Specimen'), name).to.equal(false);
      expect((await seen(stripped)).info.width, name).to.equal(60);
    }
  });

  it('refuses each file that is cut short anywhere', async () => {
    for (const bytes of await Promise.all([
      rgb().png().toBuffer(),
      rgb().jpeg().toBuffer(),
      rgb().webp().toBuffer(),
    ]))
      for (let length = 0; length < bytes.length; length += 7)
        expect(() => stripPicture(bytes.subarray(0, length)), String(length)).to.throw('picture: ');
  });
});
