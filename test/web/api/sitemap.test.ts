// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { createApp } from '../../../src/web/app.ts';
import { fillRegister } from '../../support/samples/fillRegister.ts';
import { type Browser, closed, openBrowser, shown, type TestWeb, testWeb } from '../../support/web.ts';

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);

describe('the sitemap', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('sitemap');
    visitor = await web.browser();
    await fillRegister(web.connection, 60);
  });
  after(() => web.stop());

  const fetched = async (url: string) => {
    const answer = await visitor.get(new URL(url, 'http://label.example').pathname).buffer(true);
    expect([answer.status, answer.type], url).to.deep.equal([200, 'application/xml']);
    return answer.text;
  };

  it('lists every public page in every language, and each of them responds', async () => {
    const parts = locations(await fetched('/sitemap.xml'));
    expect(parts).to.have.length(2);
    const [pages = '', labels = ''] = await Promise.all(parts.map(fetched));
    const urls = [...locations(pages), ...locations(labels).filter((_, i) => i % 20 < 4)];
    expect(new Set(urls).size).to.equal(urls.length);
    for (const url of urls) {
      expect(url).to.match(/^http:\/\/label\.example\//);
      expect((await visitor.get(new URL(url).pathname)).status, url).to.equal(200);
    }
    expect(locations(labels)).to.have.length(60 * languages.length);
    expect(labels).to.match(/<lastmod>\d{4}-\d\d-\d\d<\/lastmod>/);
  });

  it('lists the other languages of each page, and the page itself', async () => {
    const text = await fetched('/sitemaps/labels-1.xml');
    for (const [url = '', loc] of text.matchAll(/<url><loc>([^<]+).*/g)) {
      const others = [...url.matchAll(/hreflang="(\w+)" href="([^"]+)"/g)];
      expect(others.map(([, language]) => language)).to.deep.equal([...languages]);
      expect(others.map(([, , href]) => href)).to.include(loc);
    }
  });

  it('has no unlisted part', async () => {
    for (const part of [
      'labels-0.xml',
      'labels-2.xml',
      'labels-1e3.xml',
      'labels--1.xml',
      'x',
      '__proto__',
    ]) {
      expect((await visitor.get(`/sitemaps/${part}`)).status, part).to.equal(404);
    }
  });

  it('is named in robots.txt, which excludes specimens', async () => {
    const robots = async (specimen: boolean) => {
      const server = createApp({ ...web.deps, specimen }, closed, shown).callback();
      return (await openBrowser(server, web.deps.publicUrl).get('/robots.txt')).text;
    };
    expect(await robots(true)).to.match(/^Disallow: \/$/m);
    expect(await robots(false))
      .to.match(/^Disallow:$/m)
      .and.to.include('Sitemap: http://label.example/sitemap.xml');
  });
});
