import { openPicture } from '../../pictures/openPicture.ts';
import { PictureError } from '../../pictures/pictureError.ts';
import type { ReadFile } from '../../register/fileReading.ts';
import { codeOn } from './codeOn.ts';
import { leadsElsewhere } from './leadsElsewhere.ts';
import { readNumbers } from './readNumbers.ts';
import { unreadBecause } from './unreadBecause.ts';

/** Largest picture that is unpacked: one of a telephone has half of it. */
const maxPixels = 25_000_000;
/** Sides (px) to which a picture is made smaller before its code is looked for: near codes want less, far ones more. */
const sides = [800, 1600];

/** Reads the code to scan on a picture (JPEG, PNG, WebP): it tells which label is meant, or that it leads away from our `host`, and proves nothing. */
export async function readPicture(bytes: Buffer, host: string): Promise<ReadFile> {
  try {
    const code = await codeIn(bytes);
    return {
      kind: 'picture',
      seal: null,
      credential: null,
      numbers: readNumbers(code),
      saysOther: false,
      elsewhere: leadsElsewhere(code, host),
    };
  } catch (error) {
    // Whatever else the decoder objects to.
    return { flaw: error instanceof PictureError ? unreadBecause[error.flaw] : 'damaged' };
  }
}

/** Empty where no code is read. */
async function codeIn(bytes: Buffer): Promise<string> {
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
    const code = codeOn(info.width, info.height, data);
    if (code !== '') return code;
    if (Math.max(info.width, info.height) < side) break;
  }
  return '';
}
