import { childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { startLoad } from '../load.ts';
import { plainServer } from '../plainServer.ts';
import { productServer } from '../productServer.ts';
import type { Row, Side } from '../row.ts';
import { seeded } from '../seeded.ts';

/** Pages are never asked for twice, so that there must be as many labels as are asked for in all slices. */
const labelsOfColdRows = 50_000;

/**
 * So long (milliseconds) new pages are asked for before the first slice: the compiler works for some five thousand of them, which
 * are not answered in the second after which the base has nothing left to compile.
 */
const warmUpMs = 8000;

/** What a label page costs that nobody asked for yet: read and rendered, by a process that has been at work. */
export const coldPage: Row = {
  n: 4,
  product: 'label page, each number for the first time',
  base: 'Koa "hello"',
  goal: { atLeast: 0.032 },
  // The program that asks does not keep up with the base.
  cost: 'cpu',
  heldBack:
    'no single thing. Of the time of a page its text takes a third (to write it, to join it and to turn it into bytes), what it says a sixth, its digest and what is kept of it a seventh, the query that it shares with five others a seventh, and Koa, headers, limits and routing the rest.',
  open: async ({ labels }) => {
    const database = await seeded('cold', labels ?? labelsOfColdRows);
    const product = await childServer(productServer(database));
    const base = await childServer(plainServer('koaHello.mjs'));
    const [cold, hello] = [startLoad(database.paths), startLoad()];
    await cold.run(product.address, warmUpMs);
    return {
      base: httpSide(base, '/', hello),
      product: httpSide(product, '', cold),
      close: async () => {
        for (const load of [cold, hello]) load.stop();
        await Promise.all([base.stop(), product.stop()]);
        await database.drop();
      },
    };
  },
};

/** One process of the web against two, on the same register. */
const processes: Pick<Row, 'n' | 'product' | 'base' | 'open'> = {
  n: 14,
  product: 'label pages, each number for the first time, from two processes of the web',
  base: 'the same from one',
  open: async ({ labels }) => {
    const database = await seeded('processes', labels ?? labelsOfColdRows);
    const servers = await Promise.all([0, 1, 2].map(() => childServer(productServer(database))));
    const loads = servers.map(() => startLoad(database.paths));
    const sides = servers.flatMap((server, i) => {
      const load = loads[i];
      return load ? [httpSide(server, '', load)] : [];
    });
    const [alone, ...both] = sides as [Side, Side, Side];
    return {
      base: alone,
      product: together(both),
      close: async () => {
        for (const load of loads) load.stop();
        await Promise.all(servers.map((server) => server.stop()));
        await database.drop();
      },
    };
  },
};

/** What a second process of the web adds; with the program that asks and the database they need four cores and more. */
export const twoProcesses: Row = {
  ...processes,
  goal: { atLeast: 1.7 },
  cost: 'time',
  heldBack:
    'two processes, the database and the program that asks want a core each. With fewer cores they take from each other what the second process should bring.',
};

/** What a page costs where two processes share register and database: as much as where there is one. */
export const twoProcessesCpu: Row = { ...processes, part: 'b', goal: { atLeast: 0.85 }, cost: 'cpu' };

/** Sides that work at the same time, as one. */
function together(sides: readonly Side[]): Side {
  return {
    slice: async (ms) => {
      const slices = await Promise.all(sides.map((side) => side.slice(ms)));
      const sum = (of: (slice: (typeof slices)[number]) => number) =>
        slices.reduce((total, slice) => total + of(slice), 0);
      return {
        calls: sum(({ calls }) => calls),
        ms: Math.max(...slices.map((slice) => slice.ms)),
        cpuMs: sum(({ cpuMs }) => cpuMs),
      };
    },
  };
}
