import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import type { ReadFile } from '../../register/fileReading.ts';
import { readNumbers } from './readNumbers.ts';

/** Largest picture that is unpacked: one of a telephone has half of it. */
const maxPixels = 25_000_000;
/** Sides (px) to which a picture is made smaller before its code is looked for: near codes want less, far ones more. */
const sides = [800, 1600];
/** How long the code is looked for at each size (ms). */
const timeoutMs = 500;

/** Reads the code to scan on a picture (JPEG, PNG, WebP): it tells which label is meant and proves nothing. */
export async function readPicture(bytes: Buffer): Promise<ReadFile> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > maxPixels) return { flaw: 'tooManyPixels' };
    return {
      kind: 'picture',
      seal: null,
      credential: null,
      numbers: await numbersOn(bytes),
      saysOther: false,
    };
  } catch {
    // Whatever the decoder objects to.
    return { flaw: 'damaged' };
  }
}

async function numbersOn(bytes: Buffer): Promise<string[]> {
  for (const side of sides) {
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels })
      .rotate()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const numbers = readNumbers(codeOn(info.width, info.height, data));
    if (numbers.length > 0) return numbers;
  }
  return [];
}

/** The text of the code on a picture; empty where none can be read. */
function codeOn(width: number, height: number, data: Buffer): string {
  try {
    return decodeQR({ width, height, data }, { timeLimit: timeoutMs });
  } catch {
    return '';
  }
}
