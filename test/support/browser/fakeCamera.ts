import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { qrPath, quietZone } from '../../../src/issuing/drawing/qrPath.ts';

const width = 640;
const height = 480;

/** Writes a film that a browser uses as its camera, showing the code of a text as on a badge (YUV4MPEG2). */
export async function writeCodeFilm(file: string, text: string): Promise<void> {
  const { path, size } = qrPath(text);
  const side = size + 2 * quietZone;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="${-quietZone} ${-quietZone} ${side} ${side}"><path d="${path}"/></svg>`;
  const background = '#ffffff';
  const picture = await sharp(Buffer.from(svg))
    .flatten({ background })
    .resize(width, height, { fit: 'contain', background })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture.subarray(0, width * height), grey]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, ...Array(10).fill(frame)]));
}
