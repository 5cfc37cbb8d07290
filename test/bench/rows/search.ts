import { random } from '../../../src/cli/seed/random.ts';
import { ask } from '../ask.ts';
import { childServer } from '../childServer.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';
import { seeded } from '../seeded.ts';
import { slowest } from '../slowest.ts';
import { drawnFrom, wordsFor } from '../wordsFor.ts';

const many = 1_000_000;

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
    const known = await drawnFrom(register);
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
