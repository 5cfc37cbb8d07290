// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import { openPicture } from '../../src/pictures/openPicture.ts';
import { PictureError } from '../../src/pictures/pictureError.ts';
import { hostileParts } from './hostileParts.ts';

const megabyte = 1024 * 1024;
/** A file of 20 MB, what is kept of it and its pixels, twice. */
const budgetMb = 64;
/** Work (ms) for one file: the usual ones take a fiftieth of it. */
const budgetMs = 5_000;

/** What becomes of a file: drawn at 800 pixels, as for its code to scan, or why it is not. */
const drawn = async (bytes: Buffer): Promise<string> => {
  try {
    const { picture, frames } = await openPicture(bytes, 25_000_000);
    const { info } = await picture
      .resize(800, 800, { fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return `${info.width} × ${info.height}, ${frames}`;
  } catch (error) {
    return error instanceof PictureError ? error.flaw : String(error);
  }
};

/** The most memory (MB) and the work (ms) that something took. */
async function costOf<T>(work: () => Promise<T>): Promise<{ result: T; mb: number; ms: number }> {
  const base = process.memoryUsage.rss();
  const worked = process.cpuUsage();
  let most = base;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  const result = await work();
  clearInterval(timer);
  look();
  const { user, system } = process.cpuUsage(worked);
  return { result, mb: (most - base) / megabyte, ms: (user + system) / 1000 };
}

/** Those that are no picture that anybody takes; all others are taken by their pixels. */
const refused: Readonly<Record<string, string>> = {
  'too many chunks.png': 'tooComplex',
  'too many comments.jpg': 'tooComplex',
  'scans.jpg': 'tooComplex',
  'too many chunks.webp': 'tooComplex',
  'animation.webp': 'tooManyPixels',
};

describe('pictures, decoding hostile files', () => {
  let files: Readonly<Record<string, Buffer>>;
  before(async () => {
    files = await hostileParts();
  });

  it('takes little memory and time for each, also for the same one again', async () => {
    for (const [name, bytes] of Object.entries(files)) {
      expect(bytes.length, name).to.be.lessThan(20 * megabyte);
      const { result, mb, ms } = await costOf(async () => [await drawn(bytes), await drawn(bytes)]);
      const expected = refused[name] ?? '800 × 800, 1';
      expect(result, name).to.deep.equal([expected, expected]);
      expect(mb, `${name}, MB`).to.be.lessThan(budgetMb);
      expect(ms, `${name}, ms of work`).to.be.lessThan(budgetMs);
    }
  });
});
