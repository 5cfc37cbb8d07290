import type { Sharp } from 'sharp';
import { LabelError } from '../errors.ts';
import { type KindName, kinds } from './kinds.ts';
import { refuse } from './refuse.ts';

/** Most pixels a picture may have, by its head, before anything is decoded. */
const maxPixels = 40_000_000;
/** The longer side of what is kept (pixels). */
const longSide = 4000;

/** Well enough to read a scanned page; where a picture had see-through parts and the format has none, they are white. */
const outputs = {
  png: (picture: Sharp) => picture.png(),
  webp: (picture: Sharp) => picture.webp({ quality: 88 }),
  jpeg: (picture: Sharp) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 88 }),
};

/**
 * The first frame of a picture, upright and not larger than needed. Nothing but its pixels is kept: no place where it was
 * taken, no other file hidden in it or behind it. It may take twice the `timeoutMs` (ms), because what draws counts no work.
 */
export async function reencodePicture(bytes: Buffer, kind: KindName, timeoutMs: number) {
  const output: keyof typeof outputs = kind === 'png' || kind === 'webp' ? kind : 'jpeg';
  return drawAnew(bytes, kind, timeoutMs, async (picture) => {
    const size = { width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true } as const;
    return { bytes: await outputs[output](picture.resize(size)).toBuffer(), kind: output };
  });
}

/** Gives `draw` the first frame of a picture, upright; refuses one that is too large, or that cannot be read to its end. */
export async function drawAnew<T>(
  bytes: Buffer,
  kind: KindName,
  timeoutMs: number,
  draw: (picture: Sharp) => Promise<T>,
): Promise<T> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 });
    const { width, height } = await picture.metadata();
    if (width * height > maxPixels) throw new Error('Input image exceeds pixel limit');
    return await draw(picture.timeout({ seconds: Math.ceil((2 * timeoutMs) / 1000) }).autoOrient());
  } catch (error) {
    if (error instanceof LabelError) throw error;
    if (error instanceof Error && /pixel limit/.test(error.message)) {
      refuse('pictureTooLarge', { max: maxPixels / 1_000_000 });
    }
    return kind === 'heic' ? refuse('heicUnreadable') : refuse('fileDamaged', { format: kinds[kind].label });
  }
}
