import { orientationOf } from './orientation.ts';
import { PictureError } from './pictureError.ts';
import { maxProfileBytes, type Stripped } from './stripped.ts';

/** Most chunks of one file, each frame of an animation counted. */
const maxChunks = 10_000;
/** The chunks that are kept, in their order (WebP, "Extended File Format"). */
const kept = ['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L', 'EXIF'];
/** Those of a file without a header of what it has. */
const simple = ['VP8 ', 'VP8L'];
/** Length of that header, and its flags for chunks that may have been taken away. */
const headerLength = 10;
const [profileFlag, exifFlag, xmpFlag] = [0x20, 0x08, 0x04];

/** A WebP of its first frame, its colours and its orientation alone; `frames` counts those of an animation. */
export function stripWebp(webp: Buffer): Stripped {
  const first = new Map<string, Buffer>();
  let frames = 0;
  for (const { type, data } of chunks(webp)) {
    if (type === 'ANMF') frames += 1;
    if (!first.has(type)) first.set(type, data);
  }
  const profile = first.get('ICCP');
  if (profile && profile.length > maxProfileBytes) first.delete('ICCP');
  const orientation = orientationOf(first.get('EXIF') ?? Buffer.alloc(0));
  if (orientation) first.set('EXIF', orientation);
  else first.delete('EXIF');
  const header = first.get('VP8X');
  if (header) first.set('VP8X', headerOf(header, first));
  const parts = (header ? kept : simple).flatMap((type) => {
    const data = first.get(type);
    return data ? [chunk(type, data)] : [];
  });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  return { bytes: chunk('RIFF', body), frames: Math.max(1, frames) };
}

/** The header, which says what else is there. */
function headerOf(header: Buffer, parts: ReadonlyMap<string, Buffer>): Buffer {
  if (header.length < headerLength) throw new PictureError('malformed');
  const said = header.readUInt8(0) & ~(profileFlag | exifFlag | xmpFlag);
  const flags = said | (parts.has('ICCP') ? profileFlag : 0) | (parts.has('EXIF') ? exifFlag : 0);
  return Buffer.concat([Buffer.from([flags]), header.subarray(1, headerLength)]);
}

function* chunks(webp: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  if (webp.length < 12) throw new PictureError('truncated');
  const end = 8 + webp.readUInt32LE(4);
  if (end > webp.length) throw new PictureError('truncated');
  let at = 12;
  for (let count = 0; at + 8 <= end; count += 1) {
    if (count === maxChunks) throw new PictureError('tooComplex');
    const dataEnd = at + 8 + webp.readUInt32LE(at + 4);
    if (dataEnd > end) throw new PictureError('truncated');
    yield { type: webp.toString('latin1', at, at + 4), data: webp.subarray(at + 8, dataEnd) };
    at = dataEnd + (dataEnd % 2);
  }
}

/** A chunk as it stands in a file: type, length, data, a zero where that is odd. */
function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
