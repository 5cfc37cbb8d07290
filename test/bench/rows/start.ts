import { testDatabase } from '../../support/server.ts';
import { plainServer } from '../plainServer.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';
import { startSide } from '../startSide.ts';

/** How long a new process of the web takes until it helps. */
export const start: Row = {
  n: 15,
  product: 'web from its start to the home page, the database being up',
  base: 'Koa "hello" from its start to its answer',
  goal: { atMost: 4 },
  cost: 'time',
  open: async () => {
    const database = await testDatabase('bench-start');
    return {
      base: startSide(plainServer('koaHello.mjs'), '/'),
      product: startSide(productServer(database), '/fr'),
      close: () => database.drop(),
    };
  },
};
