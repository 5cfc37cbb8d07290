import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { ask } from '../ask.ts';
import { type ChildServer, childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { oneLabel } from '../oneLabel.ts';
import { plainServer } from '../plainServer.ts';
import type { Row } from '../row.ts';

const path = `/api/v1/labels/${specimenEntry.number}`;

/** What a program that reads one label over and over costs. */
export const labelJson: Row = {
  n: 3,
  product: 'public JSON of one label, asked for again and again',
  base: 'raw `node:http` that sends the same bytes with the same headers',
  goal: { atLeast: 0.75 },
  // The program that asks does not keep up with the base, which would flatter the product.
  cost: 'cpu',
  open: () =>
    oneLabel(
      'json',
      async (product) => childServer(plainServer('rawHttp.mjs', await answerOf(product))),
      (product, base, load) => ({ base: httpSide(base, path, load), product: httpSide(product, path, load) }),
    ),
};

/** The product's answer, for the base to repeat; what Node adds by itself is left to Node. */
async function answerOf(server: ChildServer): Promise<string> {
  const { headers, body } = await ask(`${server.address}${path}`);
  const added = ['date', 'connection', 'keep-alive'];
  const own = Object.entries(headers).filter(([name]) => !added.includes(name));
  return JSON.stringify({ headers: Object.fromEntries(own), body });
}
