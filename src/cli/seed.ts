import * as z from 'zod';
import type { Storage } from '../boot/openStorage.ts';
import { readConfig } from '../config.ts';
import { dayOf } from '../register/day.ts';
import { newestScheme } from './seed/newestScheme.ts';
import { readWords } from './seed/readWords.ts';
import { writeFiles } from './seed/writeFiles.ts';
import { writeSpecimens } from './seed/writeSpecimens.ts';
import { withStorage } from './withStorage.ts';

const whole = z.coerce.number('a whole number').int('a whole number');
const options = z.object({
  labels: whole.min(0, 'none at least').max(10_000_000, 'ten million at most'),
  files: whole.min(0, 'none at least').max(100_000, 'a hundred thousand at most').default(0),
  seed: whole.min(0, 'a number from 0').max(2 ** 32 - 1, 'a number below 2^32'),
  day: z.iso.date('a day as YYYY-MM-DD').optional(),
});

/**
 * Adds specimens to the register, as they stand on `day` (today if not given); refused where labels are real. Interrupted, it
 * ends with the batch under way.
 */
export async function seed(given: Readonly<Record<string, string>>): Promise<void> {
  const read = options.safeParse(given);
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `--${path.join()}: ${message}`).join('\n'));
  }
  const config = readConfig();
  if (config.mode === 'production') {
    throw new Error('MODE is production: specimens do not belong among real labels. Nothing was written.');
  }
  const { labels, files, day: today = dayOf(new Date().toISOString()) } = read.data;
  if (labels + files === 0) throw new Error('--labels: say how many, or --files.');
  const published = await newestScheme();
  const order = { ...read.data, today, published, scheme: published.scheme, words: readWords() };
  const say = (line: string) => console.log(`  ${line}`);
  const write = async ({ bulk, fileBulk }: Storage) => {
    let stopped = false;
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => {
        stopped = true;
      });
    const started = performance.now();
    const run = (count: number, what: string) => ({
      progress: everyTwentieth(count, what, say),
      stopped: () => stopped,
    });
    const written = await writeSpecimens(bulk, order, run(labels, 'labels'));
    const { takeNumbers } = bulk;
    const filed = await writeFiles({ ...fileBulk, takeNumbers }, order, run(files, 'files'));
    const seconds = Math.max(1, Math.round((performance.now() - started) / 1000));
    if (files > 0) console.log(`${filed} files written.`);
    console.log(`${written} labels written in ${seconds} s, every one of them marked as a specimen.`);
    if (written < labels || filed < files) {
      console.log(
        `Interrupted: what was written is whole. ${labels - written + files - filed} are left to ask for.`,
      );
      process.exitCode = 1;
    }
  };
  await withStorage(config, write, say);
}

/** Says how far it is whenever another twentieth is done. */
function everyTwentieth(all: number, what: string, say: (text: string) => void) {
  let shown = 0;
  return (written: number) => {
    const twentieths = Math.floor((20 * written) / all);
    if (twentieths > shown) say(`${written} of ${all} ${what}`);
    shown = twentieths;
  };
}
