import { testDatabase } from '../../support/server.ts';
import { ask, benchHost } from '../ask.ts';
import { boardScene, sessionSecret, shown } from '../boardScene.ts';
import { type ChildServer, childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { startLoad } from '../load.ts';
import { plainServer } from '../plainServer.ts';
import type { Contest, Row } from '../row.ts';

const path = '/fr/board';

/** What a page of a signed-in person costs beyond its reads and its template. */
export const privatePage: Row = {
  n: 12,
  product: `board of an officer who is signed in, ${shown} files`,
  base: 'bare Koa and router that read and render the same, without ties and limits',
  goal: { atMost: 1.5 },
  cost: 'cpu',
  open: () => contest({ file: 'board.mjs', guarded: true }, { file: 'boardBare.mjs' }),
};

/** What of that page is the layer that decides who sees what: section, ties, view. */
export const policyLayer: Row = {
  n: 12,
  part: 'b',
  product: 'the same page of the product',
  base: 'the product with a store that knows no tie and shows all to everyone',
  goal: { atMost: 1.05 },
  cost: 'cpu',
  open: () => contest({ file: 'board.mjs', guarded: true }, { file: 'board.mjs', guarded: false }),
};

interface Program {
  readonly file: 'board.mjs' | 'boardBare.mjs';
  readonly guarded?: boolean;
}

async function contest(product: Program, base: Program): Promise<Contest> {
  const database = await testDatabase('bench-board');
  const { uri, dbName } = database;
  const cookie = await boardScene(database);
  const given = { uri, dbName, publicUrl: `https://${benchHost}`, sessionSecret };
  const [ours, theirs] = await Promise.all(
    [product, base].map(({ file, guarded }) =>
      childServer(plainServer(file, JSON.stringify({ ...given, guarded }))),
    ),
  );
  if (!ours || !theirs) throw new Error('a server is missing');
  for (const server of [ours, theirs]) await requireBoard(server, cookie);
  const load = startLoad();
  return {
    base: httpSide(theirs, path, load, { cookie }),
    product: httpSide(ours, path, load, { cookie }),
    close: async () => {
      load.stop();
      await Promise.all([ours.stop(), theirs.stop()]);
      await database.drop();
    },
  };
}

/** Both must show the same files, or the comparison says nothing. */
async function requireBoard(server: ChildServer, cookie: string): Promise<void> {
  const { body } = await ask(`${server.address}${path}`, { cookie });
  const files = body.match(/href="\/fr\/files\//g)?.length;
  if (files !== shown) throw new Error(`a board shows ${files} files instead of ${shown}`);
}
