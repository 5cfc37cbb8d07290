import { random } from '../../../src/cli/seed/random.ts';
import { boxText, wholeMap } from '../../../src/register/places/mapView.ts';
import { ask } from '../ask.ts';
import { childServer } from '../childServer.ts';
import { concurrent } from '../inProcess.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';
import { seeded } from '../seeded.ts';

const many = 1_000_000;

/** What a part of the map costs that nobody asked for, beside the page of a label, which is as long. */
export const placesMap: Row = {
  n: 23,
  product: `parts of the map, none kept, with ${many.toLocaleString('en')} labels (or as many as asked for)`,
  base: 'label pages of the same size, each number for the first time',
  goal: { atMost: 2 },
  cost: 'time',
  open: async ({ labels }) => {
    const register = await seeded('map', labels ?? many);
    const [base, product] = await Promise.all([
      childServer(productServer(register)),
      childServer(productServer(register)),
    ]);
    const chance = random(23);
    let at = 0;
    return {
      base: concurrent(1, async () => {
        await ask(`${base.address}${register.paths[at++ % register.paths.length]}`);
      }),
      product: concurrent(1, async () => {
        await ask(`${product.address}/fr/register/places?box=${boxText(partOf(chance.fraction()))}`);
      }),
      close: async () => {
        await Promise.all([base.stop(), product.stop()]);
        await register.drop();
      },
    };
  },
};

/** A part around the middle of the map, from a tenth of it to nearly all. */
function partOf(share: number) {
  const { west, south, east, north } = wholeMap;
  const cut = share * 0.45;
  const [across, down] = [(east - west) * cut, (north - south) * cut];
  return { west: west + across, south: south + down, east: east - across, north: north - down };
}
