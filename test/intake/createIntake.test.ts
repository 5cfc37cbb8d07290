import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { maxBytes } from '../../src/commands/items/intake.ts';
import { createIntake } from '../../src/intake/createIntake.ts';
import { createScanner } from '../../src/intake/createScanner.ts';
import { pngChunk, pngSignature } from '../../src/pictures/pngChunks.ts';
import { timeoutMs } from '../support/run/service.ts';
import { faultOf } from './support/faultOf.ts';
import { onePage } from './support/pdfFile.ts';

const intake = createIntake({ scanner: createScanner(null), timeoutMs });
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b4f54' } });
/** Half sun, half lake, so that its way up can be seen. */
const twoHalves = () =>
  plain(40, 20).composite([
    { input: { create: { width: 20, height: 20, channels: 3, background: '#f2b134' } }, left: 0, top: 0 },
  ]);

describe('intake/createIntake', () => {
  it('returns a document unchanged, with its digest and a note that nothing was scanned', async () => {
    const bytes = onePage();
    const file = await intake.receive(bytes, '../Bilan 2025.PDF');
    expect(file.bytes.equals(bytes)).to.equal(true);
    expect({ ...file, bytes: null }).to.deep.equal({
      bytes: null,
      contentType: 'application/pdf',
      name: 'Bilan 2025.pdf',
      originalDigest: sha256(bytes),
      digest: sha256(bytes),
      scan: 'notScanned',
    });
  });

  it('states the encoding of a text', async () => {
    const utf8 = await intake.receive(Buffer.from('Année;1'), 'a.csv');
    const windows = await intake.receive(Buffer.from('Ann\xe9e;1', 'latin1'), 'a.txt');
    expect(utf8.contentType).to.equal('text/csv; charset=utf-8');
    expect(windows.contentType).to.equal('text/plain; charset=windows-1252');
  });

  it('refuses a file or a table that takes too much work', async () => {
    const hasty = createIntake({ scanner: createScanner(null), timeoutMs: 1 });
    // Far more than a millisecond of work on any machine, and taken by who has the time.
    const pdf = onePage('', [`[${'1 '.repeat(400_000)}]`]);
    const table = Buffer.from('a;b\n'.repeat(100_000));
    expect(await faultOf(intake.receive(pdf, 'a.pdf'))).to.equal('taken');
    expect(await faultOf(hasty.receive(pdf, 'a.pdf'))).to.equal('fileTooComplex');
    expect(await faultOf(hasty.readTable(table, 'a.csv', 200_000))).to.equal('fileTooComplex');
  });

  it('takes 1 byte and 20 MiB, refuses 0 bytes and one byte more', async () => {
    expect(await faultOf(intake.receive(Buffer.alloc(0), 'a.txt'))).to.equal('fileEmpty');
    expect(await faultOf(intake.receive(Buffer.from('a'), 'a.txt'))).to.equal('taken');
    expect(await faultOf(intake.receive(Buffer.alloc(maxBytes, 'a'), 'a.txt'))).to.equal('taken');
    expect(await faultOf(intake.receive(Buffer.alloc(maxBytes + 1, 'a'), 'a.txt'))).to.equal(
      'fileTooLarge 20',
    );
  });

  it('re-encodes a picture: upright, without place and camera', async () => {
    const taken = await twoHalves()
      .withExif({
        IFD0: { Make: 'Specimen camera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 12/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">secret</x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await sharp(taken).metadata())
      .to.include({ orientation: 6 })
      .and.have.property('exif');
    const { bytes, contentType, digest } = await intake.receive(taken, 'photo.jpg');
    const metadata = await sharp(bytes).metadata();
    expect([contentType, metadata.width, metadata.height]).to.deep.equal(['image/jpeg', 20, 40]);
    expect(metadata).to.not.have.any.keys('exif', 'xmp', 'icc', 'orientation', 'iptc');
    expect(bytes.includes('Specimen') || bytes.includes('secret')).to.equal(false);
    const top = await sharp(bytes).extract({ left: 10, top: 5, width: 1, height: 1 }).raw().toBuffer();
    expect(top[0], 'what was left is above').to.be.greaterThan(200);
    expect(digest).to.equal(sha256(bytes));
  });

  it('neutralises a picture that is also a page, a script or an archive', async () => {
    const hidden = '<script>alert(1)</script>';
    const drawn = await plain(8, 8).jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, hidden.length + 2]), Buffer.from(hidden)]);
    const jpeg = Buffer.concat([
      drawn.subarray(0, 2),
      comment,
      drawn.subarray(2),
      Buffer.from(`PK\x03\x04${hidden}`),
    ]);
    const png = Buffer.concat([await plain(8, 8).png().toBuffer(), Buffer.from(`PK\x05\x06${hidden}`)]);
    for (const [bytes, name] of [
      [jpeg, 'a.jpg'],
      [png, 'a.png'],
    ] as const) {
      const file = await intake.receive(bytes, name);
      expect(file.bytes.includes('script') || file.bytes.includes('PK'), name).to.equal(false);
      expect(file.originalDigest).to.equal(sha256(bytes)).and.not.equal(file.digest);
    }
  });

  it('keeps the first frame of an animation, and scales down what is larger than needed', async () => {
    const frames = await Promise.all(
      [plain(4, 4), plain(4, 4).negate()].map((frame) => frame.png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).to.equal(2);
    const first = await intake.receive(moving, 'a.webp');
    expect((await sharp(first.bytes).metadata()).pages ?? 1).to.equal(1);
    const large = await intake.receive(await plain(5000, 1000).png().toBuffer(), 'a.png');
    const { width, height } = await sharp(large.bytes).metadata();
    expect([width, height]).to.deep.equal([4000, 800]);
  });

  it('refuses a picture of more than 40 million pixels by its header', async () => {
    const bomb = await plain(8000, 5001).png().toBuffer();
    expect(bomb.length).to.be.lessThan(1_000_000);
    expect(await faultOf(intake.receive(bomb, 'a.png'))).to.equal('pictureTooLarge 40');
    expect(await faultOf(intake.receive(headOnly(60_000, 60_000), 'a.png'))).to.equal('pictureTooLarge 40');
  });

  it('refuses a truncated picture', async () => {
    const cut = (
      await sharp(Buffer.alloc(300 * 300 * 3, 7), { raw: { width: 300, height: 300, channels: 3 } })
        .jpeg()
        .toBuffer()
    ).subarray(0, 700);
    expect(await faultOf(intake.receive(cut, 'a.jpg'))).to.equal('fileDamaged JPEG');
  });

  it('refuses HEIC, whatever is in it, and says what to do', async () => {
    const avif = await plain(16, 8).avif().toBuffer();
    for (const brand of ['mif1', 'heic']) {
      avif.write(brand, 8, 'latin1');
      expect(await faultOf(intake.receive(avif, 'photo.heic')), brand).to.equal('heicUnreadable');
    }
  });
});

/** A PNG of this size without a pixel. */
function headOnly(width: number, height: number): Buffer {
  const head = Buffer.from('00000000000000000802000000', 'hex');
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const chunks = [
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync('')),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([pngSignature, ...chunks]);
}
