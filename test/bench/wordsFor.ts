import type { Random } from '../../src/cli/seed/random.ts';
import type { Entry } from '../../src/register/entry.ts';
import type { Seeded } from './seeded.ts';

/** What of a label people look for. */
export type Known = Pick<Entry, 'offers' | 'organisation'> & { readonly _id: string };

/** Labels that are asked for are drawn from so many: far more than one measurement asks for. */
const drawn = 20_000;

/** Some labels of a register, in no order. */
export async function drawnFrom({ connection }: Pick<Seeded, 'connection'>): Promise<readonly Known[]> {
  return connection
    .collection<Known>('entries')
    .aggregate<Known>([{ $sample: { size: drawn } }, { $project: { offers: 1, organisation: 1 } }])
    .toArray();
}

/** What somebody types who looks for this label: words of an offer or a name, with a place, half a word, a typo. */
export function wordsFor(chance: Random, { offers, organisation }: Known): string {
  const offer = wordsOf(chance.pick(offers).name);
  const name = wordsOf(organisation.name);
  const some = chance.pick(offer);
  return chance.pick([
    () => some,
    () => offer.slice(0, 3).join(' '),
    () => name.slice(-4).join(' '),
    () => `${some} ${organisation.commune}`,
    () => `${chance.pick(name)} ${some.slice(0, 4)}`,
    () => `${some.slice(0, 2)}${some.slice(3)}`,
  ])();
}

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.length > 0 ? words : [text];
}
