import { expect } from 'chai';
import sharp from 'sharp';
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

  it('is refused in plain words for whatever else it is', async () => {
    const frames = await Promise.all(
      [plain(400, 400), plain(400, 400).negate()].map((one) => one.png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    const jpeg = await plain(400, 400).jpeg().toBuffer();
    const comment = Buffer.from('<script>alert(1)</script>');
    const page = [
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
      comment,
      jpeg.subarray(2),
    ];
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
      [await behind(`PK\x05\x06${'\0'.repeat(18)}`), 'a.jpg', 'photoHides ZIP'],
      [await behind('<html><body>'), 'a.jpg', 'photoHides HTML'],
      [Buffer.concat(page), 'a.jpg', 'photoHides HTML'],
      [jpeg, 'a.png', 'fileExtension png JPEG'],
      [await plain(1200, 200).jpeg().toBuffer(), 'a.jpg', 'photoTooSmall 300'],
      [Buffer.alloc(0), 'a.jpg', 'fileEmpty'],
    ];
    for (const [bytes, name, fault] of wrong)
      expect(await faultOf(intake.receivePhoto(bytes, name)), `${name} ${fault}`).to.equal(fault);
  });
});
