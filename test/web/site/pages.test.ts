import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { profiled } from '../../support/run/profiled.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;

describe('the public pages', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('pages');
    visitor = await web.browser();
    await web.publish(specimenEntry);
    await web.publish({
      ...specimenEntry,
      number: 'MIE-26-00041-F',
      state: 'withdrawn',
      organisation: { ...specimenEntry.organisation, name: 'Atelier Spécimen', commune: 'Vernier' },
      offers: [
        {
          id: 'O3',
          name: '<b>Vélos</b> remis à neuf',
          type: 'secondHand',
          sheet: 'Révisés.',
          madeHere: null,
        },
      ],
    });
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  it('explain a wrong number in words, and offer the right one', async () => {
    const mistyped = await visitor.get('/fr/labels/MIE-26-00043-D');
    expect(mistyped.status).to.equal(404);
    expect(mistyped.text).to.include(`/fr/labels/${number}`);
    const unknown = await visitor.get('/fr/labels/MIE-26-00099-G');
    expect(unknown.status).to.equal(404);
    expect(unknown.text, 'where someone claims it').to.include('href="/fr/report?number=MIE-26-00099-G"');
    expect(unknown.text).to.not.include(number);
    expect((await visitor.get('/fr/labels/pain')).status).to.equal(404);
  });

  it('look up all possible numbers in one query', async () => {
    const asked = await profiled(web.connection, async () => {
      expect((await visitor.get('/fr/labels/MIE-26-00043-D')).text).to.include(`/fr/labels/${number}`);
    });
    expect(asked.map(({ ns, planSummary }) => [ns.split('.')[1], planSummary])).to.deep.equal([
      ['entries', 'IXSCAN { _id: 1 }'],
    ]);
  });

  it('start in the reader’s language', async () => {
    const to = async (accept: string) =>
      (await visitor.get('/').set('Accept-Language', accept)).headers.location;
    expect(await to('de-CH,de;q=0.9')).to.equal('/de');
    expect(await to('es,en;q=0.5')).to.equal('/en');
    expect(await to('zh')).to.equal('/fr');
  });

  const paths = ['', '/register', `/labels/${number}`, '/criteria/1.0.0', '/criteria/1.0.0/LUC-03'].concat([
    '/how',
    '/how/rules',
    '/how-long',
    '/apply',
    '/verify',
    '/glossary',
    '/accessibility',
    '/privacy',
    '/api',
  ]);
  for (const language of languages) {
    it(`all exist in ${language}, with links to other languages, without inline scripts`, async () => {
      for (const path of paths) {
        const { status, text, headers } = await visitor.get(`/${language}${path}`);
        expect(status, path).to.equal(200);
        expect(text, path).to.include(`<html lang="${language}"`);
        for (const other of languages) expect(text, path).to.include(`hreflang="${other}" href="`);
        expect(text, path).to.not.match(/<script(?![^>]*(src=|application\/ld\+json))|\sstyle="|\son\w+="/);
        expect(text, path).to.not.match(/undefined|\[object|NaN/);
        expect(headers['content-language']).to.equal(language);
        expect(headers['set-cookie'], 'a public page sets no cookie').to.equal(undefined);
      }
    });
  }

  it('keep the page when the language is switched', async () => {
    const { text } = await visitor.get(`/fr/labels/${number}?on=2026-10-05`);
    expect(text).to.include(`href="/de/labels/${number}?on=2026-10-05"`);
  });

  it('show a label today, and on a given day', async () => {
    const { text } = await visitor.get(`/fr/labels/${number}`);
    expect(text).to.include('30 septembre 2029').and.to.include('Boulangerie Spécimen, coopérative');
    const on = async (day: string) => (await visitor.get(`/fr/labels/${number}?on=${day}`)).text;
    const [before, then, wrong] = [await on('2020-01-01'), await on('2026-10-05'), await on('%3Cb%3E')];
    expect(then).to.include('5 octobre 2026').and.to.not.equal(before);
    expect(wrong).to.include('&lt;b&gt;').and.to.not.include('value="<b>');
    expect((await visitor.get(`/fr/labels/${number}?on[$gt]=1`)).status).to.equal(200);
  });

  it('find labels by offer, organisation and place, and a number at once', async () => {
    const found = async (query: string) => (await visitor.get(`/fr/register?valid=any&${query}`)).text;
    expect(await found('q=LEVAIN'))
      .to.include(number)
      .and.to.not.include('MIE-26-00041-F');
    expect(await found('q=velos+vernier'))
      .to.include('MIE-26-00041-F')
      .and.to.not.include(number);
    expect(await found('q=velos'))
      .to.include('&lt;b&gt;Vélos')
      .and.to.not.include('<b>Vélos');
    expect(await found('q=rien')).to.not.include('MIE-26');
    const { headers } = await visitor.get('/fr/register?q=mie%2026%2000042%20d');
    expect(headers.location).to.equal(`/fr/labels/${number}`);
  });

  it('explain words to readers, and tell them nothing that is for writers', async () => {
    for (const language of languages) {
      const { text } = await visitor.get(`/${language}/glossary`);
      expect(text)
        .to.include('id="decideTogether"')
        .and.to.not.match(/On évite|vermeiden wir|Evitiamo|We avoid/);
    }
  });

  it('forbid foreign and inline content', async () => {
    const { headers } = await visitor.get('/fr');
    expect(headers['content-security-policy']).to.include("default-src 'none'").and.to.not.include('unsafe');
    expect(headers).to.include({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('load style sheet, fonts and pictures, cached for a year', async () => {
    const { text } = await visitor.get('/fr');
    const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(assets.some((path) => path.includes('style.css'))).to.equal(true);
    for (const path of assets) {
      const { status, headers } = await visitor.get(path);
      expect(status, path).to.equal(200);
      expect(headers['cache-control'], path).to.include('immutable');
    }
  });

  it('of criteria exist for published versions only', async () => {
    expect((await visitor.get('/fr/criteria')).headers.location).to.equal('/fr/criteria/1.1.0');
    for (const path of ['/criteria/9.9.9', '/criteria/1.0.0/XXX-01', '/criteria/__proto__']) {
      expect((await visitor.get(`/fr${path}`)).status, path).to.equal(404);
    }
  });
});
