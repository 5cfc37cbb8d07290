import { entryRow } from '../../src/storage/register/entryRow.ts';
import { testDatabase } from '../support/run/server.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { type ChildServer, childServer } from './childServer.ts';
import { type Load, startLoad } from './load.ts';
import { productServer } from './productServer.ts';
import type { Contest } from './row.ts';

/** Opens a contest of the product's web, which holds one label, with the base that `oppose` starts. */
export async function oneLabel(
  name: string,
  oppose: (product: ChildServer) => Promise<ChildServer>,
  sides: (product: ChildServer, base: ChildServer, load: Load) => Omit<Contest, 'close'>,
): Promise<Contest> {
  const database = await testDatabase(`bench-${name}`);
  await database.connection.collection<{ _id: string }>('entries').insertOne(entryRow(specimenEntry));
  const product = await childServer(productServer(database));
  const base = await oppose(product);
  const load = startLoad();
  return {
    ...sides(product, base, load),
    close: async () => {
      load.stop();
      await Promise.all([base.stop(), product.stop()]);
      await database.drop();
    },
  };
}
