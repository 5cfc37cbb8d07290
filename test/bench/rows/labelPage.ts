import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { ask } from '../ask.ts';
import { type ChildServer, childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { oneLabel } from '../oneLabel.ts';
import { plainServer } from '../plainServer.ts';
import type { Contest, Row } from '../row.ts';

const path = `/fr/labels/${specimenEntry.number}`;
const accepting = { 'accept-encoding': 'gzip, deflate, br' };

/** What a page costs that everyone looks at, with all that a browser is sent. */
export const labelPage: Row = {
  n: 1,
  product: 'label page, asked for again and again by a browser that reads Brotli',
  base: 'Koa "hello"',
  goal: { atLeast: 0.85 },
  // The program that asks does not keep up with the two.
  cost: 'cpu',
  open: () => againstHello('page', async () => accepting),
};

/** What it costs to say that a page has not changed. */
export const labelUnchanged: Row = {
  n: 2,
  product: 'the same page, answered as unchanged (304)',
  base: 'Koa "hello"',
  goal: { atLeast: 1.15 },
  cost: 'cpu',
  open: () =>
    againstHello('unchanged', async (product) => ({ ...accepting, 'if-none-match': await etagOf(product) })),
};

async function againstHello(
  name: string,
  headersFor: (product: ChildServer) => Promise<Readonly<Record<string, string>>>,
): Promise<Contest> {
  let headers = {};
  return oneLabel(
    name,
    async (product) => {
      headers = await headersFor(product);
      return childServer(plainServer('koaHello.mjs'));
    },
    (product, base, load) => ({
      base: httpSide(base, '/', load, headers),
      product: httpSide(product, path, load, headers),
    }),
  );
}

async function etagOf(product: ChildServer): Promise<string> {
  const { headers } = await ask(`${product.address}${path}`, accepting);
  return headers.etag ?? '';
}
