import { makeBadge } from 'badge-maker';
import sharp from 'sharp';
import type { BadgeData } from '../../../src/issuing/badge/badgeData.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { built } from '../built.ts';
import { childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { concurrent, synchronous } from '../inProcess.ts';
import { startLoad } from '../load.ts';
import { plainServer } from '../plainServer.ts';
import type { Contest, Row } from '../row.ts';

type Draw = typeof import('../../../src/issuing/badge/badge.ts');

/** Badges of a thousand labels, so that nothing kept from one badge is the next one. */
const badges: readonly BadgeData[] = Array.from({ length: 1000 }, (_, i) => {
  const number = labelNumber(26, (i * 97) % 100_000);
  const address = `https://label.example/labels/${number}`;
  return { number, status: 'active', language: 'fr', address, form: 'standard', specimen: false };
});

/** Runs through the badges over and over. */
function inTurn(use: (badge: BadgeData) => void): () => void {
  let i = 0;
  return () => {
    const badge = badges[i++ % badges.length];
    if (badge) use(badge);
  };
}

/** What drawing one badge costs, the panel without a code to scan. */
export const badgeDrawing: Row = {
  n: 5,
  product: 'badge of a label as SVG',
  base: 'badge with the same number by badge-maker',
  goal: { atLeast: 50 },
  cost: 'time',
  open: async () => {
    const { drawBadge } = await built<Draw>('issuing/badge/badge.js');
    return {
      base: synchronous(inTurn(({ number }) => makeBadge({ label: 'Made in ESS', message: number }))),
      product: synchronous(inTurn((badge) => drawBadge(badge))),
      close: async () => {},
    };
  },
};

/** What a badge as a picture costs beside what its drawing costs to render. */
export const badgePicture: Row = {
  n: 5,
  part: 'b',
  product: 'badge drawn, as PNG 512 pixels wide, its credential inside',
  base: 'sharp rendering the same drawing',
  goal: { atMost: 1.6 },
  cost: 'time',
  open: async () => {
    const { drawBadge } = await built<Draw>('issuing/badge/badge.js');
    const { bakePng } =
      await built<typeof import('../../../src/issuing/badge/bakedPng.ts')>('issuing/badge/bakedPng.js');
    const { renderPng } =
      await built<typeof import('../../../src/issuing/drawing/raster.ts')>('issuing/drawing/raster.js');
    const large = badges.map((badge) => ({ ...badge, form: 'large' }) as const);
    const credential = JSON.stringify({ filler: 'x'.repeat(6000) });
    const width = 512;
    const drawn = Buffer.from(large[0] ? drawBadge(large[0]) : '');
    let i = 0;
    return {
      base: concurrent(1, async () => void (await sharp(drawn).resize({ width }).png().toBuffer())),
      product: concurrent(1, async () => {
        const badge = large[i++ % large.length];
        if (badge) bakePng(await renderPng(drawBadge(badge), width), credential);
      }),
      close: async () => {},
    };
  },
};

/** What badges cost where each request has its own drawn: the small one, which stands where one by badge-maker would. */
export const badgeOverHttp: Row = {
  n: 6,
  product: 'small badge over HTTP, drawn for each request',
  base: 'the same Koa application with badge-maker',
  goal: { atLeast: 3 },
  // The program that asks does not keep up with the product.
  cost: 'cpu',
  open: () => overHttp('mark'),
};

/** The same for the panel, ten times as long: what is sent costs more than what is drawn. */
export const panelOverHttp: Row = {
  ...badgeOverHttp,
  part: 'b',
  product: 'panel with name and number over HTTP, drawn for each request',
  goal: { atLeast: 1 },
  open: () => overHttp('standard'),
};

async function overHttp(form: BadgeData['form']): Promise<Contest> {
  const product = await childServer(plainServer('badge.mjs', 'product', form));
  const base = await childServer(plainServer('badge.mjs', 'badge-maker'));
  const load = startLoad();
  return {
    base: httpSide(base, '/badges/next.svg', load),
    product: httpSide(product, '/badges/next.svg', load),
    close: async () => {
      load.stop();
      await Promise.all([base.stop(), product.stop()]);
    },
  };
}
