import { testDatabase } from '../../support/run/server.ts';
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
  heldBack:
    'what a start needs is compiled and run anew each time, 4.9 MB, 2.5 of them mongoose and its driver. Of 420 ms of processor time Node itself takes 35; mongoose, driver, zod and log are loaded in 180; the database is asked, connected and found in shape in 55; settings and criteria take 25; Koa, templates, formats and pages are loaded in 80 and wired in 15; the first page takes 30. From Node 22 on, code that was compiled once can be kept (`NODE_COMPILE_CACHE`): there it spares 120 of 550 ms (decision 0021).',
  open: async () => {
    const database = await testDatabase('bench-start');
    return {
      base: startSide(plainServer('koaHello.mjs'), '/'),
      product: startSide(productServer(database), '/fr'),
      close: () => database.drop(),
    };
  },
};
