import { entryRow } from '../../../src/storage/entryRow.ts';
import { type TestDatabase, testDatabase } from '../../support/server.ts';
import { specimenEntry } from '../../support/specimenEntry.ts';
import { ask } from '../ask.ts';
import { type ChildServer, childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { startLoad } from '../load.ts';
import { plainServer } from '../plainServer.ts';
import { productServer } from '../productServer.ts';
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
  open: async () => {
    const database = await testDatabase('bench-json');
    await keepEntry(database);
    const product = await childServer(productServer(database));
    const base = await childServer(plainServer('rawHttp.mjs', await answerOf(product)));
    const load = startLoad();
    return {
      base: httpSide(base, path, load),
      product: httpSide(product, path, load),
      close: async () => {
        load.stop();
        await Promise.all([base.stop(), product.stop()]);
        await database.drop();
      },
    };
  },
};

async function keepEntry({ connection }: TestDatabase): Promise<void> {
  await connection.collection<{ _id: string }>('entries').insertOne(entryRow(specimenEntry));
}

/** The product's answer, for the base to repeat; what Node adds by itself is left to Node. */
async function answerOf(server: ChildServer): Promise<string> {
  const { headers, body } = await ask(`${server.address}${path}`);
  const added = ['date', 'connection', 'keep-alive'];
  const own = Object.entries(headers).filter(([name]) => !added.includes(name));
  return JSON.stringify({ headers: Object.fromEntries(own), body });
}
