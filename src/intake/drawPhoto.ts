import type { DrawnPhoto } from '../commands/items/intake.ts';
import { openPixels, type Picture } from '../pictures/openPicture.ts';
import { type KindName, kinds } from './kinds.ts';
import { drawAnew } from './reencodePicture.ts';
import { refuse } from './refuse.ts';
import { requireNothingBehind } from './requireNothingBehind.ts';

/** The longer sides of what is kept (pixels): a row of the directory, a card or a sharper screen, a page. */
const longSides = [320, 640, 1280] as const;
/** A picture with a shorter side below this (pixels) shows nothing of an offer. */
const minSide = 300;

/** Good to look at, and small: AVIF takes ten times as long for a few hundredths less with more effort. */
const outputs = [
  { format: 'avif', write: (picture: Picture) => picture.avif({ quality: 50, effort: 2 }) },
  { format: 'webp', write: (picture: Picture) => picture.webp({ quality: 75 }) },
  { format: 'jpeg', write: (picture: Picture) => picture.jpeg({ quality: 78, mozjpeg: true }) },
] as const;

/**
 * A photograph in the sizes and formats in which everybody is shown it, each drawn from its pixels alone. Refused where it is no
 * picture, where it moves, where it is too small to see anything, or where it hides another file.
 */
export async function drawPhoto(bytes: Buffer, kind: KindName): Promise<DrawnPhoto> {
  if (kinds[kind].family !== 'picture') refuse('photoWanted');
  requireNothingBehind(bytes);
  return drawAnew(bytes, kind, async (picture, frames) => {
    if (frames > 1) refuse('photoMoves');
    const size = {
      width: longSides[2],
      height: longSides[2],
      fit: 'inside',
      withoutEnlargement: true,
    } as const;
    const whole = picture.resize(size).flatten({ background: '#ffffff' }).toColourspace('srgb').raw();
    const { data, info } = await whole.toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    if (Math.min(width, height) < minSide) refuse('photoTooSmall', { min: minSide });
    const long = Math.max(width, height);
    const sizes = longSides.filter((_, i) => i === 0 || (longSides[i - 1] ?? 0) < long);
    const drawn = sizes.map(async (side) => {
      const scaled = Math.round((width * Math.min(side, long)) / long);
      const at = openPixels(data, { width, height, channels }).resize({ width: scaled });
      const files = outputs.map(async ({ format, write }) => {
        return { format, width: scaled, bytes: await write(at.clone()).toBuffer() };
      });
      return Promise.all(files);
    });
    return { width, height, pictures: (await Promise.all(drawn)).flat() };
  });
}
