// Tier: all.
import { expect } from 'chai';
import type { Page, Request } from 'playwright-core';
import sharp from 'sharp';
import { uncounted } from '../../src/commands/ports/watchPorts.ts';
import { type PhotoFormat, photoFormats } from '../../src/register/entry.ts';
import { createApp } from '../../src/web/app.ts';
import { answerFromCache } from '../../src/web/http/cache/answerFromCache.ts';
import { openCaches } from '../../src/web/http/cache/openCaches.ts';
import { createHostCounts } from '../../src/web/http/hosts/hostCounts.ts';
import { entryNumbered, insertEntries } from '../support/samples/insertEntries.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { closed, shown, type TestWeb, testWeb } from '../support/web.ts';

/** What a first visit may weigh, photographs apart, and what of it may be scripts (bytes as they are sent). */
const max = { all: 60_000, script: 20_000 };

const { number, offers } = specimenEntry;
const offer = `labels/${number}/offers/${offers[0]?.id}`;
const paths = ['', 'register', `labels/${number}`, offer, 'verify', 'criteria/1.1.0'];
const widths = [390, 1280];

/** Adds up, in a page, by how much what is shown moved by itself. */
const watchShifts = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });`;
/** Wait until something is drawn, and until whatever moved was noticed. */
const drawn =
  "new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true })).then(() => 0)";
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

describe('a first visit in a real browser', () => {
  let site: Site<TestWeb>;
  before(async () => {
    site = await openSite(asInOperation);
    const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#f2b134' } })
      .jpeg()
      .toBuffer();
    const digest = await site.web.deps.files.save(jpeg, 'image/jpeg');
    const file = (format: PhotoFormat, width: number) => ({ format, width, digest });
    const files = [320, 640].flatMap((width) => photoFormats.map((format) => file(format, width)));
    const photo = { alt: 'Un aplat de couleur', width: 640, height: 480, files };
    await insertEntries(site.web.connection, [
      { ...specimenEntry, offers: specimenEntry.offers.map((offer) => ({ ...offer, photo })) },
      ...Array.from({ length: 25 }, (_, i) =>
        entryNumbered(i + 100, {
          name: `Spécimen ${i}`,
          offers: [{ name: `Pain n° ${i}`, photo }, `Vélo n° ${i}`],
        }),
      ),
    ]);
  });
  after(() => site?.stop());

  /** In a browser that has seen none before; `look` is given its page. */
  const visit = async (path: string, width: number, look: (page: Page, address: string) => Promise<void>) => {
    const context = await site.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    await look(page, `${site.origin}/fr/${path}`);
    await context.close();
  };

  for (const path of paths)
    for (const width of widths) {
      it(`of /${path} at ${width} px is small, asks nobody else, and moves nothing`, async () => {
        let sent: readonly Sent[];
        // Once others were here: what the process has in memory it sends compressed.
        do {
          sent = [];
          await visit(path, width, async (page, address) => {
            const requests: Request[] = [];
            page.on('requestfinished', (request) => requests.push(request));
            await page.goto(address, { waitUntil: 'networkidle' });
            sent = await Promise.all(requests.map(sentFor));
            expect(await shiftOf(page)).to.equal(0);
          });
        } while (sent.some(isPlain));
        expect(sent.filter(({ url }) => !url.startsWith(site.origin))).to.deep.equal([]);
        const weighed = sent.filter(({ mime }) => !/^image\/(jpeg|webp|avif)/.test(mime));
        const bytes = (of: readonly Sent[]) => of.reduce((sum, { size }) => sum + size, 0);
        expect(bytes(weighed), JSON.stringify(weighed)).to.be.within(20_000, max.all);
        expect(bytes(sent.filter(({ type }) => type === 'script'))).to.be.at.most(max.script);
      });

      it(`of /${path} at ${width} px moves nothing either when its fonts come late`, async () => {
        await visit(path, width, async (page, address) => {
          let come = () => {};
          const late = new Promise<void>((resolve) => {
            come = resolve;
          });
          await page.route('**/fonts/**', async (route) => {
            await late;
            await route.continue();
          });
          await page.goto(address, { waitUntil: 'domcontentloaded' });
          await page.evaluate(drawn);
          come();
          await page.waitForLoadState('load');
          expect(await shiftOf(page)).to.equal(0);
        });
      });
    }
});

/** A web with its memory of answers before it, which compresses them. */
async function asInOperation(publicUrl: string): Promise<TestWeb> {
  const web = await testWeb('first-visit', { publicUrl });
  const { store, clock } = web.deps;
  const heard = { knownUntil: () => Number.POSITIVE_INFINITY, onChange: () => {} };
  const caches = openCaches(store, heard, clock, 1 << 22);
  const application = createApp({ ...web.deps, caches }, closed, shown).callback();
  const hosts = createHostCounts(clock, publicUrl);
  return { ...web, server: answerFromCache(caches.answers, application, hosts, uncounted) };
}

interface Sent {
  readonly url: string;
  readonly type: string;
  readonly mime: string;
  readonly encoding: string | undefined;
  readonly size: number;
}

async function sentFor(request: Request): Promise<Sent> {
  const headers = (await request.response())?.headers() ?? {};
  return {
    url: request.url(),
    type: request.resourceType(),
    mime: headers['content-type'] ?? '',
    encoding: headers['content-encoding'],
    size: (await request.sizes()).responseBodySize,
  };
}

/** Whether it is a text that is compressed from the second time on. */
function isPlain({ mime, encoding, size }: Sent): boolean {
  return /^text|svg/.test(mime) && encoding === undefined && size > 1000;
}

async function shiftOf(page: Page): Promise<unknown> {
  await page.evaluate(`document.fonts.ready.then(() => ${twoFrames})`);
  return page.evaluate('window.shifted');
}
