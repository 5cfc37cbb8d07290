import { PictureError } from './pictureError.ts';
import { pngSignature } from './pngChunks.ts';
import { stripJpeg } from './stripJpeg.ts';
import { stripPng } from './stripPng.ts';
import type { Stripped } from './stripped.ts';
import { stripWebp } from './stripWebp.ts';

/**
 * A picture (PNG, JPEG, WebP) of its pixels, its colours and its orientation alone, for a decoder to read. Decoders unpack and keep whatever
 * else is in it: a text of 40 KB takes 400 MB. Throws a PictureError, also for any other format.
 */
export function stripPicture(bytes: Buffer): Stripped {
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return stripPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return stripJpeg(bytes);
  if (/^RIFF.{4}WEBP/s.test(bytes.toString('latin1', 0, 12))) return stripWebp(bytes);
  throw new PictureError('malformed');
}
