import { type Random, random } from '../../../src/cli/seed/random.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { ask } from '../ask.ts';
import { childServer } from '../childServer.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';
import { seeded } from '../seeded.ts';
import { slowest } from '../slowest.ts';

type Known = Pick<Entry, 'offers' | 'organisation'> & { readonly _id: string };

const many = 1_000_000;
/** Labels that are asked for are drawn from so many: far more than one measurement asks for. */
const drawn = 20_000;

/** What a search costs that nobody asked before, in a large register. */
export const search: Row = {
  n: 11,
  product: `searches by words of a name or an offer, none kept, with ${many.toLocaleString('en')} labels (or as many as asked for)`,
  base: 'look-ups of labels by number, none kept',
  goal: { atMost: 5 },
  cost: 'tail',
  heldBack:
    'names of several words each of which thousands of labels have. The rows that have the rarest of them are read one by one, some 5 µs each, and among specimens few words are rare (decision 0018). One word, a word with a typo and the words of an offer cost what a page of results costs.',
  open: async ({ labels }) => {
    const register = await seeded('search', labels ?? many);
    const known = await register.connection
      .collection<Known>('entries')
      .aggregate<Known>([{ $sample: { size: drawn } }, { $project: { offers: 1, organisation: 1 } }])
      .toArray();
    const product = await childServer(productServer(register));
    const chance = random(11);
    let next = 0;
    const address = `${product.address}/api/v1/labels`;
    return {
      base: slowest(product, () => ask(`${address}/${known[next++ % known.length]?._id}`)),
      product: slowest(product, () => {
        const query = new URLSearchParams({ q: wordsFor(chance, chance.pick(known)) });
        return ask(`${address}?${query}`);
      }),
      close: async () => {
        await product.stop();
        await register.drop();
      },
    };
  },
};

/** What somebody types who looks for this label: words of an offer or a name, with a place, half a word, a typo. */
function wordsFor(chance: Random, { offers, organisation }: Known): string {
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
