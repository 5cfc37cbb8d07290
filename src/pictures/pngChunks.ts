import { crc32 } from 'node:zlib';
import { PictureError } from './pictureError.ts';

const signatureLength = 8;
/** Most chunks of one file: the usual writers put 8 KB and more into each. */
const maxChunks = 50_000;

/** Where the first chunk ends: it is the header, of fixed length (PNG, 5.6 and 11.2.2). */
export const headerEnd = 33;

/** How every PNG begins. */
export const pngSignature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

/** A chunk, where it ends in its file, and whether its checksum is right. */
export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  readonly end: number;
  readonly isSound: boolean;
}

/** The chunks of a PNG in order, from its header to its end, whatever follows; throws a PictureError. */
export function* pngChunks(png: Buffer): Generator<PngChunk> {
  if (!png.subarray(0, signatureLength).equals(pngSignature)) throw new PictureError('malformed');
  let at = signatureLength;
  for (let count = 0; count < maxChunks; count += 1) {
    if (at + 12 > png.length) throw new PictureError('truncated');
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) throw new PictureError('truncated');
    const typeAndData = png.subarray(at + 4, end - 4);
    const type = typeAndData.toString('latin1', 0, 4);
    const first = at === signatureLength;
    if ((type === 'IHDR') !== first || (first && end !== headerEnd)) throw new PictureError('malformed');
    const isSound = crc32(typeAndData) === png.readUInt32BE(end - 4);
    yield { type, data: typeAndData.subarray(4), end, isSound };
    if (type === 'IEND') return;
    at = end;
  }
  throw new PictureError('tooComplex');
}

/** A chunk as it stands in a file: length, type, data, checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
