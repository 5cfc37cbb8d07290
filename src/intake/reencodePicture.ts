import { LabelError } from '../errors.ts';
import { openPicture, type Picture } from '../pictures/openPicture.ts';
import { PictureError } from '../pictures/pictureError.ts';
import { type KindName, kinds } from './kinds.ts';
import { refuse } from './refuse.ts';

/** Most pixels a picture may have, by its head, before anything is decoded. */
const maxPixels = 40_000_000;
/** The longer side of what is kept (pixels). */
const longSide = 4000;

/** Well enough to read a scanned page; where a picture had see-through parts and the format has none, they are white. */
const outputs = {
  png: (picture: Picture) => picture.png(),
  webp: (picture: Picture) => picture.webp({ quality: 88 }),
  jpeg: (picture: Picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 88 }),
};

/**
 * The first frame of a picture, upright and not larger than needed. Nothing but its pixels is kept: no place where it was
 * taken, no other file hidden in it or behind it.
 */
export async function reencodePicture(bytes: Buffer, kind: KindName) {
  const output: keyof typeof outputs = kind === 'png' || kind === 'webp' ? kind : 'jpeg';
  return drawAnew(bytes, kind, async (picture) => {
    const size = { width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true } as const;
    return { bytes: await outputs[output](picture.resize(size)).toBuffer(), kind: output };
  });
}

/** Gives `draw` the first frame of a picture, upright; refuses one that is too large, or that cannot be read to its end. */
export async function drawAnew<T>(
  bytes: Buffer,
  kind: KindName,
  draw: (picture: Picture, frames: number) => Promise<T>,
): Promise<T> {
  // No free decoder reads what telephones write.
  if (kind === 'heic') refuse('heicUnreadable');
  try {
    const { picture, frames } = await openPicture(bytes, maxPixels);
    return await draw(picture, frames);
  } catch (error) {
    if (error instanceof LabelError) throw error;
    const flaw = error instanceof PictureError ? error.flaw : null;
    if (flaw === 'tooManyPixels') refuse('pictureTooLarge', { max: maxPixels / 1_000_000 });
    if (flaw === 'tooComplex') refuse('fileTooComplex');
    return refuse('fileDamaged', { format: kinds[kind].label });
  }
}
