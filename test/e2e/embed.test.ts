import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { entryNumbered, insertEntries } from '../support/samples/insertEntries.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('the directory on a page of another site, in a real browser', () => {
  let site: Site<TestWeb>;
  let host: Server;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('embed', { publicUrl }));
    await insertEntries(site.web.connection, [
      entryNumbered(1, { name: 'Fournil <b>Spécimen</b>', offers: ['Pain <img src=x>'] }),
      entryNumbered(2, { name: 'Atelier Spécimen', offers: ['Vélos'] }),
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

  /** The link and the names of what is listed on such a page, once everything that it asks for has come. */
  const shown = async (policy: string, javaScriptEnabled = true) => {
    const context = await site.newContext({ javaScriptEnabled });
    const other = await context.newPage();
    // Another name of this machine is another origin.
    await other.goto(`http://localhost:${(host.address() as AddressInfo).port}/${policy}`, {
      waitUntil: 'networkidle',
    });
    const listed = await other.locator('made-in-ess-directory li a').allTextContents();
    const isLinked = await other.getByRole('link', { name: 'Toutes les offres' }).isVisible();
    const cookies = await context.cookies();
    await context.close();
    return { listed, isLinked, cookies };
  };

  it('lists what was searched for, as text alone, and sets no cookie', async () => {
    const { listed, isLinked, cookies } = await shown('none');
    expect(listed).to.deep.equal(['Pain <img src=x>']);
    expect([isLinked, cookies]).to.deep.equal([true, []]);
  });

  it('does so under a strict policy that names this service', async () => {
    expect((await shown('strict')).listed).to.have.length(1);
  });

  for (const policy of ['noAsking', 'noScript'])
    it(`is a link under a policy that forbids it to work (${policy})`, async () => {
      expect(await shown(policy)).to.deep.equal({ listed: [], isLinked: true, cookies: [] });
    });

  it('is a link without scripts', async () => {
    expect(await shown('none', false)).to.deep.equal({ listed: [], isLinked: true, cookies: [] });
  });

  it('is one script of at most 15 kB', () => {
    expect(readFileSync('templates/assets/embed.js').length).to.be.at.most(15_000);
  });
});

const policies: Readonly<Record<string, (origin: string) => string>> = {
  strict: (origin) => `default-src 'none'; script-src ${origin}; connect-src ${origin}`,
  noAsking: (origin) => `default-src 'none'; script-src ${origin}`,
  noScript: () => "default-src 'none'",
};

const page = (origin: string) => `<!doctype html><html lang="fr"><title>Un autre site</title>
<made-in-ess-directory search="q=pain"><a href="${origin}/fr/register?q=pain">Toutes les offres</a></made-in-ess-directory>
<script type="module" src="${origin}/embed.js"></script></html>`;
