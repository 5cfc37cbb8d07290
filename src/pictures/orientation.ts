/** How a file of Exif begins in JPEG; in PNG and WebP it does not. */
export const exifHead = Buffer.from('Exif\0\0', 'latin1');

/** Tag of the orientation, and its type, a number of two bytes (Exif 3.0, 4.6.5). */
const [orientationTag, short] = [0x0112, 3];

/** Nothing but the orientation (1 to 8) of an Exif file, as an Exif file of one entry; null where it says none. */
export function orientationOf(exif: Buffer): Buffer | null {
  const orientation = readOrientation(exif);
  if (orientation === null) return null;
  const only = Buffer.alloc(26);
  only.write('MM\0*\0\0\0\b\0\u0001', 'latin1');
  only.writeUInt16BE(orientationTag, 10);
  only.writeUInt16BE(short, 12);
  only.writeUInt32BE(1, 14);
  only.writeUInt16BE(orientation, 18);
  return only;
}

/** From the first directory alone (TIFF 6.0, section 2). */
function readOrientation(exif: Buffer): number | null {
  const tiff = exif.subarray(0, exifHead.length).equals(exifHead) ? exif.subarray(exifHead.length) : exif;
  if (tiff.length < 8) return null;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  const entries = two(directory);
  for (let n = 0; n < entries; n += 1) {
    const at = directory + 2 + 12 * n;
    if (at + 12 > tiff.length) return null;
    if (two(at) !== orientationTag) continue;
    const value = two(at + 8);
    return two(at + 2) === short && value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
