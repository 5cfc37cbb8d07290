import { openPicture } from '../../pictures/openPicture.ts';
import { PictureError } from '../../pictures/pictureError.ts';
import type { ReadFile } from '../../register/fileReading.ts';
import { codesOn } from './codesOn.ts';
import { leadElsewhere } from './leadElsewhere.ts';
import { readNumbers } from './readNumbers.ts';
import { unreadBecause } from './unreadBecause.ts';

/** Largest picture that is unpacked: one of a telephone has half of it. */
const maxPixels = 25_000_000;
/** Sides (px) to which a picture is made smaller before its code is looked for: near codes want less, far ones more. */
const sides = [800, 1600];

/** Reads the codes to scan on a picture (JPEG, PNG, WebP): they tell which label is meant, or that one leads away from our `host`, and proves nothing. */
export async function readPicture(bytes: Buffer, host: string): Promise<ReadFile> {
  try {
    const codes = await codesIn(bytes);
    return {
      kind: 'picture',
      seal: null,
      credential: null,
      numbers: readNumbers(codes.join('\n')),
      saysOther: false,
      elsewhere: leadElsewhere(codes, host),
    };
  } catch (error) {
    // Whatever else the decoder objects to.
    return { flaw: error instanceof PictureError ? unreadBecause[error.flaw] : 'damaged' };
  }
}

/** A near code may be read in one size alone, and a far one in the other. */
async function codesIn(bytes: Buffer): Promise<string[]> {
  const found: string[] = [];
  const { picture } = await openPicture(bytes, maxPixels);
  for (const side of sides) {
    const { data, info } = await picture
      .clone()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    found.push(...(await codesOn({ ...info, data })));
    if (Math.max(info.width, info.height) < side) break;
  }
  return found;
}
