import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { headerEnd, pngChunk } from '../../src/pictures/pngChunks.ts';

const megabyte = 1024 * 1024;
const plain = (width = 400, height = 400): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#0b4f54' } });
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const many = (count: number, one: (i: number) => Buffer) =>
  Buffer.concat(Array.from({ length: count }, (_, i) => one(i)));

/** 40 MB that take 40 KB. */
const packed = deflateSync(Buffer.alloc(40 * megabyte, ' '), { level: 9 });

/** A JPEG segment, a WebP chunk. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
export function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export const inPng = (png: Buffer, more: Buffer) =>
  Buffer.concat([png.subarray(0, headerEnd), more, png.subarray(headerEnd)]);
export const inJpeg = (jpeg: Buffer, more: Buffer) =>
  Buffer.concat([jpeg.subarray(0, 2), more, jpeg.subarray(2)]);
/** A WebP that has a header of what it has, such as one with a colour profile, with chunks more at its end. */
export function inWebp(webp: Buffer, flags: number, more: Buffer): Buffer {
  const body = Buffer.concat([webp.subarray(8), more]);
  body.writeUInt8(body.readUInt8(12) | flags, 12);
  return webpChunk('RIFF', body);
}

/** An Exif file whose directory has so many entries, each of which points to much of the file, and leads to itself. */
function exif(entries: number): Buffer {
  const bytes = Buffer.alloc(8 + 2 + 12 * entries + 4);
  bytes.write('MM\0*\0\0\0\b', 'latin1');
  bytes.writeUInt16BE(entries, 8);
  for (let n = 0; n < entries; n += 1) {
    const at = 10 + 12 * n;
    bytes.writeUInt16BE(0x9286, at);
    bytes.writeUInt16BE(7, at + 2);
    bytes.writeUInt32BE(bytes.length - 16, at + 4);
    bytes.writeUInt32BE(8, at + 8);
  }
  bytes.writeUInt32BE(8, bytes.length - 4);
  return bytes;
}

/** A progressive JPEG that repeats its last scan. */
function manyScans(jpeg: Buffer, times: number): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const end = jpeg.length - 2;
  return Buffer.concat([
    jpeg.subarray(0, last),
    many(times, () => jpeg.subarray(last, end)),
    jpeg.subarray(end),
  ]);
}

async function animation(frames: number): Promise<Buffer> {
  const one = await plain(2, 2).webp().toBuffer();
  const head = Buffer.alloc(10);
  head[0] = 0x02;
  head.writeUIntLE(16_382, 4, 3);
  head.writeUIntLE(16_382, 7, 3);
  const frame = Buffer.concat([
    Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 9, 0, 0, 0]),
    one.subarray(12),
  ]);
  const body = [
    webpChunk('VP8X', head),
    webpChunk('ANIM', Buffer.alloc(6)),
    many(frames, () => webpChunk('ANMF', frame)),
  ];
  return webpChunk('RIFF', Buffer.concat([latin1('WEBP'), ...body]));
}

/** Files of at most 20 MB in which something beside the pixels takes memory or time, by their names. */
export async function hostileParts(): Promise<Readonly<Record<string, Buffer>>> {
  const png = await plain().png().toBuffer();
  const jpeg = await plain().jpeg().toBuffer();
  const webp = await plain().withIccProfile('p3').webp().toBuffer();
  const progressive = await plain(3000, 3000).jpeg({ progressive: true }).toBuffer();
  const half = Buffer.alloc(65_000, 'x');
  const bogus = pngChunk('zTXt', Buffer.concat([latin1('a\0\0'), packed]));
  bogus.writeUInt32BE(0, bogus.length - 4);
  return {
    'zTXt.png': inPng(
      png,
      many(10, (i) => pngChunk('zTXt', Buffer.concat([latin1(`a${i}\0\0`), packed]))),
    ),
    'iTXt.png': inPng(
      png,
      many(10, (i) => pngChunk('iTXt', Buffer.concat([latin1(`a${i}\0\u0001\0\0\0`), packed]))),
    ),
    'zTXt behind.png': Buffer.concat([
      png.subarray(0, -12),
      many(10, (i) => pngChunk('zTXt', Buffer.concat([latin1(`b${i}\0\0`), packed]))),
      png.subarray(-12),
    ]),
    'zTXt of a wrong checksum.png': inPng(png, bogus),
    'tEXt.png': inPng(
      png,
      many(15, () => pngChunk('tEXt', Buffer.concat([latin1('a\0'), Buffer.alloc(megabyte, 'x')]))),
    ),
    'iCCP.png': inPng(png, pngChunk('iCCP', Buffer.concat([latin1('a\0\0'), packed]))),
    'eXIf.png': inPng(png, pngChunk('eXIf', exif(65_000))),
    'sPLT.png': inPng(
      png,
      pngChunk('sPLT', Buffer.concat([latin1('a\0\u0008'), Buffer.alloc(18 * megabyte)])),
    ),
    'unknown.png': inPng(
      png,
      many(40_000, () => pngChunk('stRA', Buffer.alloc(300))),
    ),
    'frames.png': inPng(
      png,
      many(3000, () => pngChunk('fdAT', Buffer.alloc(4000))),
    ),
    'empty IDAT.png': inPng(
      png,
      many(40_000, () => pngChunk('IDAT', Buffer.alloc(0))),
    ),
    'too many chunks.png': inPng(
      png,
      many(60_000, () => pngChunk('tEXt', latin1('a\0b'))),
    ),
    'comments.jpg': inJpeg(
      jpeg,
      many(290, () => segment(0xfe, half)),
    ),
    'too many comments.jpg': inJpeg(
      jpeg,
      many(400_000, () => segment(0xfe, latin1('x'))),
    ),
    'XMP.jpg': inJpeg(
      jpeg,
      many(290, () => segment(0xe1, Buffer.concat([latin1('http://ns.adobe.com/xap/1.0/\0'), half]))),
    ),
    'Exif.jpg': inJpeg(
      jpeg,
      many(200, () => segment(0xe1, Buffer.concat([latin1('Exif\0\0'), exif(5000)]))),
    ),
    'IPTC.jpg': inJpeg(
      jpeg,
      many(290, () => segment(0xed, Buffer.concat([latin1('Photoshop 3.0\0'), half]))),
    ),
    'profile.jpg': inJpeg(
      jpeg,
      many(255, (i) =>
        segment(0xe2, Buffer.concat([latin1('ICC_PROFILE\0'), Buffer.from([i + 1, 255]), half])),
      ),
    ),
    'second picture.jpg': Buffer.concat([jpeg, progressive]),
    'scans.jpg': manyScans(progressive, 4000),
    'XMP.webp': inWebp(webp, 0x04, webpChunk('XMP ', Buffer.alloc(18 * megabyte, '<a>'))),
    'Exif.webp': inWebp(webp, 0x08, webpChunk('EXIF', exif(65_000))),
    'profile.webp': inWebp(
      await plain().webp().toBuffer().then(extended),
      0x20,
      webpChunk('ICCP', Buffer.alloc(18 * megabyte)),
    ),
    'unknown.webp': inWebp(
      webp,
      0,
      many(9000, () => webpChunk('stRA', Buffer.alloc(1000))),
    ),
    'too many chunks.webp': inWebp(
      webp,
      0,
      many(200_000, () => webpChunk('stRA', Buffer.alloc(2))),
    ),
    'animation.webp': await animation(9000),
  };
}

/** A plain WebP with a header of what it has, which is nothing else. */
function extended(webp: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.writeUIntLE(399, 4, 3);
  head.writeUIntLE(399, 7, 3);
  return webpChunk('RIFF', Buffer.concat([latin1('WEBP'), webpChunk('VP8X', head), webp.subarray(12)]));
}
