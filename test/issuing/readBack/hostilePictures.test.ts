// Tier: all. Budget: 10 s.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { bakePng } from '../../../src/issuing/badge/bakedPng.ts';
import { bakeSvg } from '../../../src/issuing/badge/bakedSvg.ts';
import { headerEnd, pngChunk } from '../../../src/pictures/pngChunks.ts';
import { type Fixture, testFlaws } from './flawTable.ts';
import type { Issued } from './issued.ts';

/** A picture with a chunk more, right after its header. */
function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, headerEnd), pngChunk(type, data), png.subarray(headerEnd)]);
}

/** The baked drawing with a text in the place of another. */
function drawn(what: string, by: string): Fixture['make'] {
  return ({ files }) => Buffer.from(files.svg.toString().replace(what, () => by));
}

const keyword = 'openbadgecredential';
const noCredential = { issuerKey: 'unknown', status: 'unknown', period: 'unknown' };
const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const stranger = (): Promise<Buffer> =>
  sharp({ create: { width: 200, height: 200, channels: 3, background: '#7c2d12' } })
    .png()
    .toBuffer();

testFlaws('pictures', [
  {
    flaw: 'a PNG cut short',
    make: ({ files }) => files.png.subarray(0, files.png.length - 20),
    expected: 'damaged',
  },
  {
    flaw: 'a PNG whose checksum is wrong',
    make: ({ files }) => {
      const bytes = Buffer.from(files.png);
      bytes[headerEnd + 200] = (bytes[headerEnd + 200] ?? 0) ^ 1;
      return bytes;
    },
    expected: 'damaged',
  },
  {
    flaw: 'two credentials in a PNG',
    make: ({ files, credential }) =>
      withChunk(files.png, 'iTXt', Buffer.from(`${keyword}\0\0\0\0\0${credential}`)),
    expected: { fileKnown: 'fileUnknown', credential: 'twoCredentials', ...noCredential },
  },
  {
    flaw: 'a text in a PNG that unpacks to 50 MB',
    make: ({ picture }) => {
      const bomb = deflateSync(Buffer.alloc(50 * 1024 * 1024, 0x20));
      return withChunk(picture, 'iTXt', Buffer.concat([Buffer.from(`${keyword}\0\x01\0\0\0`), bomb]));
    },
    expected: 'credentialTooLong',
  },
  {
    flaw: 'a PNG of 30,000 by 30,000 pixels',
    make: ({ picture }) => {
      const header = Buffer.from(picture.subarray(16, 29));
      header.writeUInt32BE(30_000, 0);
      header.writeUInt32BE(30_000, 4);
      return Buffer.concat([picture.subarray(0, 8), pngChunk('IHDR', header), picture.subarray(headerEnd)]);
    },
    expected: 'tooManyPixels',
  },
  {
    flaw: 'our credential in the picture of another',
    make: async ({ credential }) => bakePng(await stranger(), credential),
    expected: { fileKnown: 'fileUnknown' },
  },
  {
    flaw: 'a baked text that is no credential',
    make: ({ picture }) => bakePng(picture, 'MIE-26-00042-D'),
    expected: { fileKnown: 'fileUnknown', credential: 'credentialShape', ...noCredential },
  },
  { flaw: 'a picture that is not ours', make: stranger, expected: {} },
  {
    flaw: 'the badge taken off a screen',
    make: ({ files }) => sharp(files.png).png({ palette: true }).toBuffer(),
    expected: {},
  },
  {
    flaw: 'a photograph of the badge',
    make: ({ picture }) =>
      sharp(picture)
        .flatten({ background: '#ffffff' })
        .rotate(4, { background: '#d6d3d1' })
        .jpeg({ quality: 60 })
        .toBuffer(),
    expected: {},
  },
  {
    flaw: 'a WebP badge that was saved again',
    make: ({ files }) => sharp(files.webp).webp({ quality: 50 }).toBuffer(),
    expected: {},
  },
  { flaw: 'a WebP cut short', make: ({ files }) => files.webp.subarray(0, 24), expected: 'damaged' },
  {
    flaw: 'a PNG that a PDF follows',
    make: ({ files }) => Buffer.concat([files.png, files.certificate]),
    expected: 'damaged',
  },
]);

testFlaws('drawings', [
  {
    flaw: 'an SVG with a credential of another',
    make: ({ svg, credential }) =>
      Buffer.from(bakeSvg(svg, credential.replaceAll('Boulangerie', 'Boucherie'))),
    expected: {
      fileKnown: 'fileUnknown',
      credential: 'credentialChanged',
      ...{ issuerKey: 'unknown', status: 'unknown', period: 'unknown', revision: 'unknown' },
      log: 'logOther',
      register: 'otherName',
    },
  },
  {
    flaw: 'two credentials in an SVG',
    make: ({ files }) => {
      const [element = ''] =
        /<openbadges:credential>.*<\/openbadges:credential>/s.exec(files.svg.toString()) ?? [];
      return Buffer.from(files.svg.toString().replace(element, () => element + element));
    },
    expected: { fileKnown: 'fileUnknown', credential: 'twoCredentials', ...noCredential },
  },
  {
    flaw: 'a billion laughs',
    make: drawn('<svg', `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]><svg`),
    expected: 'entities',
  },
  {
    flaw: 'a document type that lies elsewhere',
    make: drawn('<svg', '<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/evil.dtd"><svg'),
    expected: 'entities',
  },
  { flaw: 'a script', make: drawn('</svg>', '<script>alert(1)</script></svg>'), expected: 'active' },
  { flaw: 'a handler of events', make: drawn('<path', '<path onclick="alert(1)"'), expected: 'active' },
  {
    flaw: 'a picture that lies elsewhere',
    make: drawn('</svg>', '<image href="http://127.0.0.1:9/a.png"/></svg>'),
    expected: 'active',
  },
  { flaw: 'an SVG cut short', make: ({ files }) => files.svg.subarray(0, -7), expected: 'damaged' },
  {
    flaw: 'elements nested 100,000 deep',
    make: drawn('</svg>', `${'<g>'.repeat(100_000)}</svg>`),
    expected: 'damaged',
  },
  { flaw: 'an SVG without a credential', make: ({ svg }) => Buffer.from(svg), expected: {} },
  {
    flaw: 'an SVG that is not ours',
    make: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><title>MIE-26-00042-E</title></svg>'),
    expected: {},
  },
  {
    flaw: 'a page of a browser',
    make: () => Buffer.from('<!doctype html><p>MIE-26-00042-D'),
    expected: 'entities',
  },
]);

const wrapped = async ({ files }: Issued): Promise<Buffer> =>
  Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), files.certificate]);

testFlaws('what is no file of any kind we issue', [
  { flaw: 'an empty file', make: () => Buffer.alloc(0), expected: 'empty' },
  { flaw: '50 MB of zeros', make: () => Buffer.alloc(50 * 1024 * 1024), expected: 'tooLarge' },
  { flaw: '20 MB of zeros', make: () => Buffer.alloc(20 * 1024 * 1024), expected: 'unknownKind' },
  { flaw: 'a text', make: () => Buffer.from('MIE-26-00042-D est valable.'), expected: 'unknownKind' },
  { flaw: 'a ZIP with a certificate in it', make: wrapped, expected: 'unknownKind' },
  {
    flaw: 'a GIF',
    make: () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
        .gif()
        .toBuffer(),
    expected: 'unknownKind',
  },
]);
