import { crc32 } from 'node:zlib';
import { BakedError } from './baked.ts';

const signatureLength = 8;

/** Where the first chunk ends: it is the header, of fixed length (PNG, 5.6 and 11.2.2). */
export const headerEnd = 33;

const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

/** The chunks of a PNG in order, from its header to its end and nothing after it; throws a BakedError, also for a wrong checksum. */
export function* pngChunks(png: Buffer) {
  if (!png.subarray(0, signatureLength).equals(signature)) throw new BakedError('malformed');
  let at = signatureLength;
  for (;;) {
    if (at + 12 > png.length) throw new BakedError('truncated');
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) throw new BakedError('truncated');
    const typeAndData = png.subarray(at + 4, end - 4);
    if (crc32(typeAndData) !== png.readUInt32BE(end - 4)) throw new BakedError('checksum');
    const type = typeAndData.toString('latin1', 0, 4);
    const first = at === signatureLength;
    if ((type === 'IHDR') !== first || (first && end !== headerEnd)) throw new BakedError('malformed');
    yield { type, data: typeAndData.subarray(4) };
    at = end;
    if (type === 'IEND') break;
  }
  if (at !== png.length) throw new BakedError('malformed');
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
