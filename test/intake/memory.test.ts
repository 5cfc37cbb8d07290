// Tier: all. Budget: 7 s.
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { maxBytes } from '../../src/commands/items/intake.ts';
import { createIntake } from '../../src/intake/createIntake.ts';
import { createScanner } from '../../src/intake/createScanner.ts';
import { timeoutMs } from '../support/run/service.ts';
import { turnsUntil } from '../support/run/turnsUntil.ts';
import { faultOf } from './support/faultOf.ts';
import { objectStream, onePage, stream } from './support/pdfFile.ts';
import { docx } from './support/zipFile.ts';

const megabyte = 1024 * 1024;
const intake = createIntake({ scanner: createScanner(null), timeoutMs });
const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * megabyte));

/** Small files that would take hundreds of megabytes, or forever, if they were let. */
const bombs = async (): Promise<[string, Buffer][]> => [
  ['a.pdf', onePage('', [stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', zeros(400))])],
  [
    'b.pdf',
    onePage(
      '',
      Array<string | Buffer>(20).fill(stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', zeros(40))),
    ),
  ],
  ['c.pdf', onePage('', ['1 0 obj ( '.repeat(1_000_000)])],
  ['d.pdf', onePage('', [objectStream([`[${'<<'.repeat(200_000)}`])])],
  ['e.docx', docx([{ name: 'word/media/a', content: Buffer.alloc(300 * megabyte) }])],
  ['f.docx', docx([{ name: 'word/media/a', content: Buffer.alloc(300 * megabyte), saidSize: megabyte }])],
  [
    'g.png',
    await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  ],
  ['h.txt', Buffer.concat([Buffer.alloc(maxBytes - 1, 'a'), Buffer.from('\0')])],
];

describe('intake under bombs', () => {
  let files: [string, Buffer][];
  before(async () => {
    files = await bombs();
  });

  it('refuses each, and frees its memory', async () => {
    const all = () => Promise.all(files.map(([name, bytes]) => faultOf(intake.receive(bytes, name))));
    const faults = await all();
    expect(faults).to.deep.equal([
      'fileTooComplex',
      'fileTooComplex',
      'fileTooComplex',
      'fileTooComplex',
      'officeTooLarge 200',
      'fileDamaged DOCX',
      'pictureTooLarge 40',
      'fileCharacters',
    ]);
    const before = process.memoryUsage();
    for (let i = 0; i < 3; i += 1) await all();
    const after = process.memoryUsage();
    expect((after.heapUsed - before.heapUsed) / megabyte, 'heap').to.be.lessThan(40);
    expect((after.rss - before.rss) / megabyte, 'all of it').to.be.lessThan(300);
  });

  it('keeps the event loop running while a file is examined', async () => {
    const [, , slow] = files;
    const looked = faultOf(intake.receive(slow?.[1] ?? Buffer.alloc(0), 'c.pdf'));
    expect(await turnsUntil(looked)).to.be.greaterThan(50);
    expect(await looked).to.equal('fileTooComplex');
  });
});
