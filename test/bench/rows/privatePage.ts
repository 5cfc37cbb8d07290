import { testDatabase } from '../../support/run/server.ts';
import { ask, benchHost } from '../ask.ts';
import { type ChildServer, childServer } from '../childServer.ts';
import { formScene, sessionSecret } from '../formScene.ts';
import { httpSide } from '../httpSide.ts';
import { startLoad } from '../load.ts';
import { plainServer } from '../plainServer.ts';
import type { Contest, Row } from '../row.ts';

/** The theme with the most criteria. */
const theme = 'TRV';
const criteria = 5;

/** What a page of a signed-in person costs beyond its reads and its template. */
export const privatePage: Row = {
  n: 12,
  product: `form of the largest theme in a full file (${theme}), its owner signed in`,
  base: 'bare Koa and router that read and render the same, without ties and limits',
  goal: { atMost: 1.5 },
  cost: 'cpu',
  open: () => contest({ file: 'form.mjs', guarded: true }, { file: 'formBare.mjs' }),
};

/** What of that page is the layer that decides who sees what: section, ties, view. */
export const policyLayer: Row = {
  n: 12,
  part: 'b',
  product: 'the same page of the product',
  base: 'the product with a store that knows no tie and shows all to everyone',
  goal: { atMost: 1.05 },
  cost: 'cpu',
  open: () => contest({ file: 'form.mjs', guarded: true }, { file: 'form.mjs', guarded: false }),
};

interface Program {
  readonly file: 'form.mjs' | 'formBare.mjs';
  readonly guarded?: boolean;
}

async function contest(product: Program, base: Program): Promise<Contest> {
  const database = await testDatabase('bench-form');
  const { uri, dbName } = database;
  const { applicationId, cookie } = await formScene(database);
  const path = `/fr/applications/${applicationId}/themes/${theme}`;
  const given = { uri, dbName, publicUrl: `https://${benchHost}`, sessionSecret };
  const [ours, theirs] = await Promise.all(
    [product, base].map(({ file, guarded }) =>
      childServer(plainServer(file, JSON.stringify({ ...given, guarded }))),
    ),
  );
  if (!ours || !theirs) throw new Error('a server is missing');
  for (const server of [ours, theirs]) await requireForm(server, path, cookie);
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

/** Both must show the same form, or the comparison says nothing. */
async function requireForm(server: ChildServer, path: string, cookie: string): Promise<void> {
  const { body } = await ask(`${server.address}${path}`, { cookie });
  const cards = body.match(/name="[A-Z]{3}-\d\d\.versionToken"/g)?.length;
  if (cards !== criteria) throw new Error(`a form shows ${cards} criteria instead of ${criteria}`);
}
