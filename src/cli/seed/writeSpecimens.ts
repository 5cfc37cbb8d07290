import type { Bulk } from '../../commands/ports/bulk.ts';
import type { Scheme } from '../../criteria/scheme.ts';
import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { labelNumber } from '../../register/number.ts';
import { everyStatus, type LabelLife, labelLives } from './labelLives.ts';
import { type Random, random } from './random.ts';
import type { SpecimenWords } from './readWords.ts';
import { specimenEntries } from './specimenEntries.ts';

export interface SpecimenOrder {
  readonly labels: number;
  readonly seed: number;
  readonly today: Day;
  readonly scheme: Scheme;
  readonly words: SpecimenWords;
}

/** The register that they are written into. */
type Filled = Pick<Bulk, 'takeNumbers' | 'addEntries'>;

interface Drawn {
  readonly lives: readonly LabelLife[];
  readonly chance: Random;
}

const batchSize = 1000;

/**
 * Writes specimens in batches, each whole or not at all, an organisation never across two; the next is made while one is written.
 * Organisations are counted on from run to run, so that one seed never gives the same twice; the first of each run come to every
 * status. Ends early once `stopped` says so; gives how many labels were written.
 */
export async function writeSpecimens(
  bulk: Filled,
  order: SpecimenOrder,
  run: { progress(written: number): void; stopped(): boolean },
): Promise<number> {
  let organisation = await bulk.takeNumbers(`specimens-${order.seed}`, order.labels);
  const due = [...everyStatus];
  const { validity } = order.scheme;
  let made = 0;
  const next = async (): Promise<Entry[]> => {
    const drawn: Drawn[] = [];
    const end = Math.min(order.labels, made + batchSize);
    while (made < end) {
      const chance = random(order.seed, organisation++);
      // What is too much of the last organisation are its oldest labels.
      const lives = labelLives(chance, validity, order.today, due.shift()).slice(made - end);
      drawn.push({ lives, chance });
      made += lives.length;
    }
    return entriesOf(drawn, await numbersFor(bulk, drawn), order);
  };
  let written = 0;
  for (let batch = await next(); batch.length > 0 && !run.stopped(); ) {
    const [following] = await Promise.all([next(), bulk.addEntries(batch)]);
    written += batch.length;
    run.progress(written);
    batch = following;
  }
  return written;
}

/** Takes the numbers of a batch, year by year; gives what hands them out. */
async function numbersFor(bulk: Filled, drawn: readonly Drawn[]): Promise<(year: number) => number> {
  const counts = new Map<number, number>();
  for (const { lives } of drawn) {
    for (const life of lives) counts.set(yearOf(life), (counts.get(yearOf(life)) ?? 0) + 1);
  }
  const nexts = new Map(
    await Promise.all(
      [...counts].map(
        async ([year, count]) => [year, await bulk.takeNumbers(`label-${year}`, count)] as const,
      ),
    ),
  );
  return (year) => {
    const number = nexts.get(year) ?? 0;
    nexts.set(year, number + 1);
    return number;
  };
}

/** Numbered in the order in which they were signed, and written in that in which they last changed, as real labels are. */
function entriesOf(
  drawn: readonly Drawn[],
  next: (year: number) => number,
  { words, scheme }: SpecimenOrder,
): Entry[] {
  const signed = drawn.flatMap(({ lives }) => lives).sort(earliest(({ signedOn }) => signedOn));
  const numbers = new Map(signed.map((life) => [life, labelNumber(yearOf(life), next(yearOf(life)))]));
  return drawn
    .flatMap(({ lives, chance }) => {
      const own = lives.map((life) => numbers.get(life) ?? '');
      return specimenEntries(lives, own, { chance, words, scheme });
    })
    .sort(earliest(({ changedAt }) => changedAt));
}

/** Orders by a day or an instant. */
function earliest<T>(of: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => (of(a) < of(b) ? -1 : Number(of(a) > of(b)));
}

function yearOf({ signedOn }: LabelLife): number {
  return Number(signedOn.slice(0, 4));
}
