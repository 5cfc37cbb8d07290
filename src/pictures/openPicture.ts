import sharp, { type Sharp } from 'sharp';
import { PictureError } from './pictureError.ts';
import { stripPicture } from './stripPicture.ts';

// What was decoded would stay in memory for the next one.
sharp.cache(false);
/** What is read of a picture, and written of it. */
export type Picture = Sharp;

/** Lets this process decode nothing but what is opened here, whatever a file says that it is, and read nothing from a disk. */
export function closeOtherDecoders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  const opened = ['Jpeg', 'Png', 'Webp', 'Svg'];
  sharp.unblock({ operation: opened.map((format) => `VipsForeignLoad${format}Buffer`) });
}

/** The first frame of a picture (PNG, JPEG, WebP), upright, and how many frames it had; throws a PictureError. */
export async function openPicture(
  bytes: Buffer,
  maxPixels: number,
): Promise<{ readonly picture: Picture; readonly frames: number }> {
  const stripped = stripPicture(bytes);
  const picture = sharp(stripped.bytes, { limitInputPixels: false, failOn: 'error', pages: 1 });
  const { width, height } = await picture.metadata();
  if (width * height > maxPixels) throw new PictureError('tooManyPixels');
  return { picture: picture.autoOrient(), frames: stripped.frames };
}

/** A drawing (SVG), to be made into pixels. */
export function openDrawing(svg: Buffer): Picture {
  return sharp(svg);
}

/** Pixels as they come out of a picture, to be scaled and written. */
export function openPixels(
  data: Buffer,
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 },
): Picture {
  return sharp(data, { raw });
}
