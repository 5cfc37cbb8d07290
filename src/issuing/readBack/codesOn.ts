import { decodeQRBatch, type FinderPoints, type Image } from 'qr/decode.js';

/** How long (ms) further tries at codes that are hard to read may take. */
const timeLimit = 500;
/** Part of a code that its middle is: a second code may lie there, as logos do. */
const middle = 0.6;
/** Modules on each side of the smallest code. */
const leastModules = 21;

/** Texts of all codes to scan on a picture (RGB or RGBA), each once; also of one that lies inside another. */
export async function codesOn(picture: Image): Promise<string[]> {
  const places: Box[] = [];
  const found = await decoded([picture], (box) => places.push(box));
  const middles = places.flatMap((box) => middleOf(picture, box) ?? []);
  const inside = middles.length > 0 ? await decoded(middles) : [];
  return [...new Set([...found, ...inside])];
}

type Box = FinderPoints['boundingBox'];

async function decoded(images: readonly Image[], see: (box: Box) => void = () => {}): Promise<string[]> {
  const largest = (side: 'width' | 'height') => Math.max(...images.map((image) => image[side]));
  const results = await decodeQRBatch(images, {
    maxSize: { width: largest('width'), height: largest('height') },
    timeLimit,
    textDecoder: textsOf,
    pointsOnDetect: ({ boundingBox }, result) => typeof result === 'string' && see(boundingBox),
  });
  return results.flat().filter((result) => typeof result === 'string');
}

const encodings: Readonly<Record<number, string>> = {
  3: 'iso-8859-1',
  20: 'shift-jis',
  25: 'utf-16be',
  28: 'big5',
  29: 'gbk',
  30: 'euc-kr',
};

/** Bytes as the code says that they are written and, since telephones do not all believe it, as UTF-8: one line each. */
function textsOf(bytes: Uint8Array, eci = 26): string {
  const texts = ['utf-8', encodings[eci] ?? 'utf-8'].map((name) => new TextDecoder(name).decode(bytes));
  return [...new Set(texts)].join('\n');
}

function middleOf(picture: Image, box: Box): Image | null {
  const width = Math.floor(box.width * middle);
  const height = Math.floor(box.height * middle);
  const left = Math.round(box.x + (box.width - width) / 2);
  const top = Math.round(box.y + (box.height - height) / 2);
  const isInside = left >= 0 && top >= 0 && left + width <= picture.width && top + height <= picture.height;
  if (!isInside || Math.min(width, height) < leastModules) return null;
  const channels = picture.data.length / (picture.width * picture.height);
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * picture.width + left) * channels;
    data.set(picture.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { width, height, data };
}
