import { createWriteStream } from 'node:fs';
import * as z from 'zod';
import { openRehearsal } from '../boot/openRehearsal.ts';
import { readConfig } from '../config.ts';
import { dayOf, daysBetween } from '../register/day.ts';
import { dayLines, sumLines, Totals } from './clock/report.ts';

const options = z.object({
  until: z.iso.date('a day as YYYY-MM-DD'),
  json: z.boolean().default(false),
  letters: z.string().optional(),
});
const maxDays = 20 * 366;
const dayMs = 86_400_000;

/**
 * Rehearses what time will bring: moves the clock of a copy of the data day by day, and says what would become true and which letters
 * would go. Of the original it only reads.
 */
export async function clock(given: object): Promise<void> {
  const read = options.safeParse(given);
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `--${path.join()}: ${message}`).join('\n'));
  }
  const { until, json, letters: file } = read.data;
  // Standard output is the report alone.
  const say = (line: string) => console.error(`  ${line}`);
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      stopped = true;
    });
  const letters = file === undefined ? null : createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const keep = async (letter: object) => {
    if (letters && !letters.write(`${JSON.stringify(letter)}\n`))
      await new Promise<void>((resolve) => letters.once('drain', resolve));
  };
  const rehearsal = await openRehearsal(readConfig(), { progress: say, keep, stopped: () => stopped });
  try {
    const today = dayOf(rehearsal.now.toISOString());
    const days = daysBetween(today, until);
    if (days < 1 || days > maxDays) throw new Error(`--until: a day after ${today}, twenty years at most`);
    const totals = new Totals();
    for await (const day of rehearsal.until(new Date(rehearsal.now.getTime() + days * dayMs))) {
      totals.add(day);
      if (json) console.log(JSON.stringify(day));
      else for (const line of dayLines(day)) console.log(line);
    }
    if (json) console.log(JSON.stringify({ until: stopped ? null : until, ...totals.sums() }));
    else for (const line of sumLines(totals.sums())) console.log(line);
    if (stopped) throw new Error('Interrupted: what stands above is true as far as it goes.');
    if (totals.sums().failures > 0) process.exitCode = 1;
  } finally {
    await rehearsal.close();
    letters?.end();
  }
}
