import { expect } from 'chai';
import sharp, { type Sharp } from 'sharp';
import { createIntake } from '../../src/intake/createIntake.ts';
import { createScanner } from '../../src/intake/createScanner.ts';
import { timeoutMs } from '../support/run/service.ts';
import { faultOf } from './support/faultOf.ts';
import { onePage } from './support/pdfFile.ts';

const intake = createIntake({ scanner: createScanner(null), timeoutMs });
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b4f54' } });
const behind = async (text: string) =>
  Buffer.concat([await plain(400, 400).jpeg().toBuffer(), Buffer.from(text)]);

describe('a photograph that everybody may see', () => {
  it('is drawn in three sizes and three formats, upright, without place and camera', async () => {
    const taken = await plain(2000, 1500)
      .composite([
        {
          input: { create: { width: 1000, height: 1500, channels: 3, background: '#f2b134' } },
          left: 0,
          top: 0,
        },
      ])
      .withExif({
        IFD0: { Make: 'Specimen camera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 12/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height, pictures } = await intake.receivePhoto(taken, 'pain.jpg');
    expect([width, height]).to.deep.equal([960, 1280]);
    expect(pictures.map((one) => `${one.width} ${one.format}`)).to.deep.equal(
      [240, 480, 960].flatMap((wide) => [`${wide} avif`, `${wide} webp`, `${wide} jpeg`]),
    );
    for (const { bytes, format, width: wide } of pictures) {
      const read = await sharp(bytes).metadata();
      expect([read.format, read.width], format).to.deep.equal([format === 'avif' ? 'heif' : format, wide]);
      expect(read, format).to.not.have.any.keys('exif', 'xmp', 'iptc', 'orientation');
      expect(bytes.includes('Specimen camera'), format).to.equal(false);
      const top = await sharp(bytes).extract({ left: 10, top: 10, width: 1, height: 1 }).raw().toBuffer();
      expect(top[0], 'what was left is above').to.be.greaterThan(200);
    }
  });

  it('is not enlarged: a small one comes in the sizes that it has', async () => {
    const { width, pictures } = await intake.receivePhoto(await plain(500, 400).png().toBuffer(), 'a.png');
    expect([width, ...new Set(pictures.map((one) => one.width))]).to.deep.equal([500, 320, 500]);
  });

  it('is drawn in the colours of a screen, whatever it was taken or printed in', async () => {
    const yellow = sharp({ create: { width: 400, height: 400, channels: 3, background: '#f2b134' } });
    const clear = {
      width: 400,
      height: 400,
      channels: 4,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    } as const;
    const taken: Readonly<Record<string, readonly [Sharp, readonly number[]]>> = {
      'cmyk.jpg': [yellow.clone().toColourspace('cmyk').jpeg(), [0xf2, 0xb1, 0x34]],
      'deep.png': [yellow.clone().toColourspace('rgb16').png(), [0xf2, 0xb1, 0x34]],
      'grey.png': [plain(400, 400).greyscale().png(), [73, 73, 73]],
      'clear.png': [sharp({ create: clear }).png(), [255, 255, 255]],
      'clear.webp': [sharp({ create: clear }).webp(), [255, 255, 255]],
    };
    for (const [name, [picture, colour]] of Object.entries(taken)) {
      const { pictures } = await intake.receivePhoto(await picture.toBuffer(), name);
      for (const { bytes, format } of pictures) {
        const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
        const seen = [...data.subarray(0, info.channels)];
        const off = colour.map((value, i) => Math.abs(value - (seen[i] ?? seen[0] ?? -999)));
        expect(Math.max(...off), `${name} ${format} ${seen}`).to.be.below(30);
      }
    }
  });

  it('is refused in plain words for whatever else it is', async () => {
    const frames = await Promise.all(
      [plain(400, 400), plain(400, 400).negate()].map((one) => one.png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    const jpeg = await plain(400, 400).jpeg().toBuffer();
    const commented = (comment: Buffer) =>
      Buffer.concat([
        ...[jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment],
        jpeg.subarray(2),
      ]);
    const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const noise = sharp({
      create: { width: 400, height: 400, channels: 3, background: '#000', noise: grain },
    });
    // What an iPhone writes: nothing of the library that we draw with decodes it.
    const heicHead = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
    const wrong: readonly (readonly [Buffer, string, string])[] = [
      [await plain(10_000, 10_000).png().toBuffer(), 'a.png', 'pictureTooLarge 40'],
      [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'),
        'a.svg',
        'photoWanted',
      ],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.jpg', 'photoWanted'],
      [onePage(), 'a.pdf', 'photoWanted'],
      [Buffer.from('Pain'), 'a.txt', 'photoWanted'],
      [await plain(400, 400).gif().toBuffer(), 'a.gif', 'filePicture GIF'],
      [moving, 'a.webp', 'photoMoves'],
      [jpeg.subarray(0, 700), 'a.jpg', 'fileDamaged JPEG'],
      [(await plain(400, 400).png().toBuffer()).subarray(0, -40), 'a.png', 'fileDamaged PNG'],
      [(await noise.webp().toBuffer()).subarray(0, 2000), 'a.webp', 'fileDamaged WebP'],
      [Buffer.concat([heicHead, Buffer.alloc(2000)]), 'a.heic', 'heicUnreadable'],
      [Buffer.concat([heicHead, Buffer.alloc(2000)]), 'a.jpg', 'fileExtension jpg HEIC'],
      [commented(Buffer.from('%PDF-1.7\n1 0 obj')), 'a.jpg', 'photoHides PDF'],
      [Buffer.concat([onePage(), jpeg]), 'a.jpg', 'fileExtension jpg PDF'],
      [await behind(`PK\x05\x06${'\0'.repeat(18)}`), 'a.jpg', 'photoHides ZIP'],
      [await behind('<html><body>'), 'a.jpg', 'photoHides HTML'],
      [commented(Buffer.from('<script>alert(1)</script>')), 'a.jpg', 'photoHides HTML'],
      [jpeg, 'a.png', 'fileExtension png JPEG'],
      [await plain(1200, 200).jpeg().toBuffer(), 'a.jpg', 'photoTooSmall 300'],
      [Buffer.alloc(0), 'a.jpg', 'fileEmpty'],
    ];
    for (const [bytes, name, fault] of wrong)
      expect(await faultOf(intake.receivePhoto(bytes, name)), `${name} ${fault}`).to.equal(fault);
  });
});
