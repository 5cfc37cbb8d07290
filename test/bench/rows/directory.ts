import { random } from '../../../src/cli/seed/random.ts';
import { ask } from '../ask.ts';
import { childServer } from '../childServer.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { slowest } from '../slowest.ts';
import { drawnFrom, wordsFor } from '../wordsFor.ts';

const few = 1000;
const many = 1_000_000;

/** Whether the directory stays as fast when many offers are in it; what is asked for was not asked before. */
export const directory: Row = {
  n: 21,
  product: `pages of the directory by words, commune and distance, none kept, with ${many.toLocaleString('en')} labels (or as many as asked for)`,
  base: `with ${few.toLocaleString('en')}`,
  goal: { atMost: 3 },
  cost: 'tail',
  open: async ({ labels }) => {
    const registers = [await seeded('few-offers', few), await seeded('many-offers', labels ?? many)] as const;
    const [base, product] = [await opened(registers[0]), await opened(registers[1])];
    return {
      base: base.side,
      product: product.side,
      close: async () => {
        await Promise.all([base.stop(), product.stop()]);
        for (const register of registers) await register.drop();
      },
    };
  },
};

async function opened(register: Seeded) {
  const known = await drawnFrom(register);
  const server = await childServer(productServer(register));
  const chance = random(21);
  const side = slowest(server, () => {
    const label = chance.pick(known);
    const { commune } = label.organisation;
    const query = new URLSearchParams(
      chance.pick([
        () => ({ q: wordsFor(chance, label) }),
        () => ({ q: wordsFor(chance, label), place: commune }),
        () => ({ q: wordsFor(chance, label), place: commune, within: '5' }),
      ])(),
    );
    return ask(`${server.address}/fr/register?${query}`);
  });
  return { side, stop: () => server.stop() };
}
