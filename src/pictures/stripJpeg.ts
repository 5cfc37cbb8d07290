import { exifHead, orientationOf } from './orientation.ts';
import { PictureError } from './pictureError.ts';
import { maxProfileBytes, type Stripped } from './stripped.ts';

/** Most segments, and most scans of one progressive picture: the usual writers make some twelve, each of which passes over all pixels. */
const [maxSegments, maxScans] = [5_000, 64];

const [soi, eoi, sos] = [0xd8, 0xd9, 0xda];
/** Tables, frames, intervals of restarts, number of lines (ITU-T T.81, table B.1): what decoding takes beside scans. */
const decoding = (marker: number) => (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xdb && marker <= 0xdd);
/** Head of a part of a colour profile (ICC.1, annex B.4), followed by its number and their count. */
const profileHead = Buffer.from('ICC_PROFILE\0', 'latin1');
/** Says that colours are as in most files: version 1.1, without density and small picture (JFIF 1.02). */
const plainJfif = Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1');

/** A JPEG of its pixels, colours and orientation alone: no comment, no other APPn, and nothing behind its end. */
export function stripJpeg(jpeg: Buffer): Stripped {
  const kept: Buffer[] = [Buffer.from([0xff, soi])];
  let [scans, profileBytes] = [0, 0];
  for (const { marker, data, whole } of segments(jpeg)) {
    if (marker === sos) scans += 1;
    if (scans > maxScans) throw new PictureError('tooComplex');
    const application = marker - 0xe0;
    const has = (head: string | Buffer) => data.subarray(0, head.length).equals(Buffer.from(head));
    if (marker === eoi || marker === sos || decoding(marker)) kept.push(whole);
    if (application === 0 && has('JFIF\0')) kept.push(segment(marker, plainJfif));
    if (application === 1 && has(exifHead)) {
      const orientation = orientationOf(data);
      if (orientation) kept.push(segment(marker, Buffer.concat([exifHead, orientation])));
    }
    if (application === 2 && has(profileHead)) {
      profileBytes += data.length;
      if (profileBytes <= maxProfileBytes) kept.push(whole);
    }
    if (application === 14 && has('Adobe') && data.length >= 12)
      kept.push(segment(marker, data.subarray(0, 12)));
  }
  return { bytes: Buffer.concat(kept), frames: 1 };
}

/** The segments of a JPEG behind its first marker, each scan with the pixels that follow it, to its end. */
function* segments(
  jpeg: Buffer,
): Generator<{ readonly marker: number; readonly data: Buffer; readonly whole: Buffer }> {
  let at = 2;
  for (let count = 0; count < maxSegments; count += 1) {
    if (jpeg[at] !== 0xff) throw new PictureError(at < jpeg.length ? 'malformed' : 'truncated');
    // Any number of them may fill the space before a marker (T.81, B.1.1.2).
    while (jpeg[at + 1] === 0xff) at += 1;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === eoi) {
      yield { marker, data: jpeg.subarray(0, 0), whole: jpeg.subarray(at, at + 2) };
      return;
    }
    if (at + 4 > jpeg.length) throw new PictureError('truncated');
    const headEnd = at + 2 + jpeg.readUInt16BE(at + 2);
    if (headEnd > jpeg.length) throw new PictureError('truncated');
    if (headEnd < at + 4 || marker < 0xc0 || marker === soi) throw new PictureError('malformed');
    const end = marker === sos ? scanEnd(jpeg, headEnd) : headEnd;
    yield { marker, data: jpeg.subarray(at + 4, headEnd), whole: jpeg.subarray(at, end) };
    at = end;
  }
  throw new PictureError('tooComplex');
}

/** Where the next marker stands that is not of the scan: no stuffed byte, no restart. */
function scanEnd(jpeg: Buffer, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at += 1) {
    if (jpeg[at] !== 0xff) continue;
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new PictureError('truncated');
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
