// Tier: all.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import sharp from 'sharp';
import { entryNumbered, insertEntries } from '../support/samples/insertEntries.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const named = { name: 'Fournil <b>Spécimen</b>' };
const name = 'Pain <img src=x>';
const bakery = entryNumbered(1, { ...named, offers: [name] });

describe('labels on a page of another site, in a real browser', () => {
  let site: Site<TestWeb>;
  let host: Server;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('embed', { publicUrl }));
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#f2b134' } })
      .jpeg()
      .toBuffer();
    const digest = await site.web.deps.files.save(bytes, 'image/jpeg');
    await insertEntries(site.web.connection, [
      entryNumbered(1, {
        ...named,
        offers: [
          {
            name,
            photo: { alt: 'Un pain', width: 64, height: 48, files: [{ format: 'jpeg', width: 64, digest }] },
          },
        ],
      }),
      entryNumbered(2, { name: 'Atelier Spécimen', offers: ['Vélos'] }),
      entryNumbered(3, { name: 'Four Spécimen', offers: ['Pain noir'], state: 'suspended' }),
    ]);
    host = createServer((req, res) => {
      const policy = policies[req.url?.slice(1) ?? '']?.(site.origin);
      if (policy !== undefined) res.setHeader('Content-Security-Policy', policy);
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.end(page(site.origin));
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
  });
  after(async () => {
    host?.close();
    await site?.stop();
  });

  /** What such a page shows once everything that it asks for has come: the offers of the directory, links and the badge. */
  const shown = async (policy: string, javaScriptEnabled = true) => {
    const context = await site.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const other = await context.newPage();
    // Another name of this machine is another origin.
    await other.goto(`http://localhost:${(host.address() as AddressInfo).port}/${policy}`, {
      waitUntil: 'networkidle',
    });
    const listed = await other.locator('made-in-ess-directory li a').allTextContents();
    const photos = await other
      .locator('made-in-ess-directory img')
      .evaluateAll((images) =>
        images.map((one) => [one.getAttribute('alt'), Reflect.get(one, 'naturalWidth')]),
      );
    const isLinked = await other.getByRole('link', { name: 'Toutes les offres' }).isVisible();
    const label = other.getByRole('link', { name: 'Made in ESS' });
    const badge = await label
      .getByRole('img')
      .evaluateAll((images) => images.map((image) => image.outerHTML));
    const toLabel = await label.getAttribute('href');
    const isWide = await other.evaluate('document.documentElement.scrollWidth > innerWidth');
    const map = other.locator('made-in-ess-map');
    const places = await map.locator('li').allTextContents();
    const marks = await map
      .getByRole('link', { name: /valable/ })
      .evaluateAll((found) => found.map((one) => one.getAttribute('href')));
    const isMapLinked = await map.getByRole('link', { name: 'Où sont les labels' }).isVisible();
    const cookies = await context.cookies();
    await context.close();
    return { listed, photos, isLinked, badge, toLabel, places, marks, isMapLinked, isWide, cookies };
  };
  const links = (): Awaited<ReturnType<typeof shown>> => ({
    listed: [],
    photos: [],
    isLinked: true,
    badge: [],
    toLabel: `${site.origin}/labels/${bakery.number}`,
    places: [],
    marks: [],
    isMapLinked: true,
    isWide: false,
    cookies: [],
  });

  const found = { listed: ['Pain <img src=x>'], places: ['1227 Carouge (2)'] };

  for (const policy of ['none', 'strict'])
    it(`lists what was searched for, as text alone, marks the map, and says the status in the badge (policy: ${policy})`, async () => {
      const { badge, ...rest } = await shown(policy);
      const marks = [`${site.origin}/fr/register?place=1227+Carouge&within=0`];
      const photos = [['Un pain', 64]];
      expect({ ...rest, badge: [] }).to.deep.equal({ ...links(), ...found, photos, marks });
      expect(badge).to.have.length(1);
      expect(badge[0]).to.include(`${site.origin}/badges/${bakery.number}.svg?`);
      expect(badge[0]).to.include('Spécimen&lt;/b&gt;: Label valable');
    });

  it('leaves the badge a link, the map a list and offers without photographs where no picture of ours is let in', async () => {
    expect(await shown('noPicture')).to.deep.equal({ ...links(), ...found });
  });

  for (const policy of ['noAsking', 'noScript'])
    it(`is a link under a policy that forbids it to work (${policy})`, async () => {
      expect(await shown(policy)).to.deep.equal(links());
    });

  it('is a link without scripts', async () => {
    expect(await shown('none', false)).to.deep.equal(links());
  });

  it('is one script of at most 15 kB', () => {
    expect(readFileSync('templates/assets/embed.js').length).to.be.at.most(15_000);
  });
});

const policies: Readonly<Record<string, (origin: string) => string>> = {
  strict: (origin) => `default-src 'none'; script-src ${origin}; connect-src ${origin}; img-src ${origin}`,
  noPicture: (origin) => `default-src 'none'; script-src ${origin}; connect-src ${origin}`,
  noAsking: (origin) => `default-src 'none'; script-src ${origin}`,
  noScript: () => "default-src 'none'",
};

const page = (origin: string) => `<!doctype html><html lang="fr"><title>Un autre site</title>
<meta name="viewport" content="width=device-width">
<made-in-ess-directory search="q=pain"><a href="${origin}/fr/register?q=pain">Toutes les offres</a></made-in-ess-directory>
<made-in-ess-map><a href="${origin}/fr/register/places">Où sont les labels</a></made-in-ess-map>
<made-in-ess-badge number="${bakery.number}"><a href="${origin}/labels/${bakery.number}">Made in ESS</a></made-in-ess-badge>
<script type="module" src="${origin}/embed.js"></script></html>`;
