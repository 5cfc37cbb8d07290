import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { lookUpAnswer } from '../../../src/web/schemas/lookUp.ts';
import { entryNumbered } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const offers = ['Tourte'];
const holder = entryNumbered(1, {
  name: 'Fournil Spécimen',
  offers,
  organisation: { website: 'https://www.fournil.example/' },
});
const earlier = {
  ...entryNumbered(2, {
    name: 'Fournil Spécimen',
    offers,
    organisation: { website: 'http://fournil.example/' },
  }),
  state: 'superseded' as const,
  successor: holder.number,
};
const workshop = entryNumbered(3, {
  name: 'Atelier Spécimen',
  organisation: { website: 'https://atelier.fournil.example/' },
});
const umlaut = entryNumbered(4, {
  name: 'Mühle Specimen',
  organisation: { website: 'https://xn--mhle-0ra.example/' },
});
const velo = entryNumbered(5, { name: 'Velo.coop Spécimen', offers });

describe('the look-up by a site', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('lookUpSite');
    visitor = await web.browser();
    for (const entry of [holder, earlier, workshop, umlaut, velo]) await web.publish(entry);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const ask = (typed: string, more = '') => visitor.get(`/fr/verify?q=${encodeURIComponent(typed)}${more}`);
  const several = (texts: string, path = '/fr/verify/several') =>
    visitor.send(path, 'form', new URLSearchParams({ numbers: texts, on: '' }).toString());
  const api = (numbers: readonly string[]) =>
    visitor.send('/api/v1/lookup', 'json', JSON.stringify({ numbers }));
  const numbersIn = (html: string) =>
    [...html.matchAll(/href="\/fr\/labels\/(MIE-[\w-]+)"/g)].map(([, n]) => n);
  const both = [holder.number, earlier.number];

  it('finds the labels whose organisation states it, in any notation', async () => {
    for (const typed of [
      'fournil.example',
      'www.Fournil.EXAMPLE',
      'https://www.fournil.example/pain?jour=1#midi',
      'http://fournil.example:8080',
      'info@fournil.example',
      'shop.fournil.example',
      'fournil.example.',
    ]) {
      const { status, text, headers } = await ask(typed);
      expect([status, numbersIn(text)], typed).to.deep.equal([200, both]);
      expect(headers['cache-control'], typed).to.equal('max-age=5');
      expect(text).to.not.include('Aucun label ne nomme');
    }
    for (const typed of ['mühle.example', 'MU\u0308HLE.example', 'www.xn--mhle-0ra.example']) {
      const { text } = await ask(typed);
      expect(numbersIn(text), typed).to.deep.equal([umlaut.number]);
      expect(text).to.match(/le site mühle\.example<\/h2>/);
    }
  });

  it('takes the most specific site that contains a host', async () => {
    expect(numbersIn((await ask('https://velo.atelier.fournil.example')).text)).to.deep.equal([
      workshop.number,
    ]);
    expect(numbersIn((await ask('atelier.fournil.example')).text)).to.deep.equal([workshop.number]);
  });

  it('answers for a day', async () => {
    const { text } = await ask('fournil.example', '&on=2026-10-05');
    expect(numbersIn(text)).to.deep.equal(both);
    expect(text).to.include('État au 5 octobre 2026');
  });

  it('says that no label names a site, in every language, and never that it is not labelled', async () => {
    for (const language of languages) {
      for (const typed of [
        'autre.example',
        'fournil.example.evil.example',
        'xfournil.example',
        'co.uk',
        '192.0.2.1',
      ]) {
        const { status, text } = await visitor.get(`/${language}/verify?q=${typed}`);
        expect([status, text.includes('class="well lookup__site"')], typed).to.deep.equal([200, true]);
        expect(text)
          .to.include(typed)
          .and.to.not.match(/lookup\.|undefined|\/labels\/MIE/);
      }
    }
    const { text } = await ask('autre.example');
    expect(text)
      .to.include('Aucun label ne nomme le site')
      .and.to.include('n’est pas obligée de donner son site');
    expect(text).to.include('href="/fr/register?q=autre"');
    expect(text).to.not.match(/pas de label|sans label/);
    expect((await ask('example')).headers.location, 'no ending of names alone').to.equal(
      '/fr/register?q=example&valid=any',
    );
  });

  it('shows characters of other scripts in punycode', async () => {
    expect((await ask('f\u043eurnil.example')).text).to.include('xn--furnil-');
  });

  it('still reads addresses of this service as numbers', async () => {
    const { number } = holder;
    for (const typed of [
      number,
      `http://label.example/labels/${number}`,
      `label.example/badges/${number}.svg?form=mark`,
      `HTTP://LABEL.EXAMPLE/fr/labels/${number}`,
    ]) {
      expect((await ask(typed)).headers.location, typed).to.equal(`/fr/labels/${number}`);
      const register = await visitor.get(`/fr/register?q=${encodeURIComponent(typed)}`);
      expect(register.headers.location, typed).to.equal(`/fr/labels/${number}`);
      expect((await api([typed])).body.results[0].label.number).to.equal(number);
      expect(numbersIn((await several(typed)).text)).to.deep.equal([number]);
    }
    const { result } = (await api([`https://evil.example/labels/${number}`])).body.results[0];
    expect(result).to.equal('siteNotNamed');
  });

  it('works in a list, together with numbers', async () => {
    const list = `${umlaut.number}\nBoulangerie;info@fournil.example\nautre.example\nwww.fournil.example\nFournil.example`;
    const { text } = await several(list);
    expect(numbersIn(text)).to.deep.equal([umlaut.number, ...both, ...both, ...both]);
    expect(text).to.include('Site\u00a0: fournil.example').and.to.include('Aucun label ne nomme ce site');
    expect(text).to.include('n’est pas obligée de donner son site');
    expect(text).to.match(
      /5 lignes.*3 labels valables, 2 qui ne le sont pas, 1 ligne sans résultat, 1 répétée/,
    );
    const csv = (await several(list, '/fr/verify/several.csv')).text.trim().split('\r\n');
    expect(csv).to.have.length(9);
    expect(csv[2]).to.include(`2;info@fournil.example;${holder.number};Label valable, Site`);
    expect(csv[4]).to.equal('3;autre.example;;Aucun label ne nomme ce site;;;;;');
  });

  it('returns all labels of a site to programs, and says of others that none names it', async () => {
    const { status, body } = await api([
      'https://fournil.example',
      'autre.example',
      'fournil.example',
      'mühle.example',
    ]);
    expect(status).to.equal(200);
    expect(lookUpAnswer.parse(body)).to.deep.equal(body);
    const [first, other, again, fourth] = body.results;
    expect(first).to.deep.include({ result: 'foundBySite', host: 'fournil.example' });
    expect(first.labels.map(({ number }: { number: string }) => number)).to.deep.equal(both);
    expect(first.labels[0].organisation.website).to.equal('https://www.fournil.example/');
    expect(first.labels[1]).to.include({ valid: false, status: 'superseded' });
    expect(other).to.deep.equal({ typed: 'autre.example', result: 'siteNotNamed', host: 'autre.example' });
    expect(again).to.deep.include({ result: 'foundBySite', repeats: 1 });
    expect(fourth.host).to.equal('xn--mhle-0ra.example');
  });

  it('works in the search of the register, where other text is searched as words', async () => {
    const found = await visitor.get('/fr/register?q=shop.fournil.example&valid=any');
    expect(numbersIn(found.text)).to.deep.equal(both);
    expect(found.text).to.include('Labels dont l’organisation donne le site fournil.example');
    for (const asked of ['', '&valid=yes']) {
      const valid = await visitor.get(`/fr/register?q=fournil.example${asked}`);
      expect(numbersIn(valid.text), asked).to.deep.equal([holder.number]);
    }
    const words = await visitor.get('/fr/register?q=velo.coop');
    expect(numbersIn(words.text)).to.deep.equal([velo.number]);
    expect(words.text).to.include('Aucun label ne nomme le site');
    const { body } = await visitor.get('/api/v1/labels?q=fournil.example');
    expect(body.site).to.deep.equal({ host: 'fournil.example', named: true });
    expect(body.labels.map(({ number }: { number: string }) => number)).to.deep.equal(both);
    expect((await visitor.get('/api/v1/labels?q=velo.coop')).body.site.named).to.equal(false);
    expect((await visitor.get('/api/v1/labels?q=pain')).body).to.not.have.property('site');
  });

  it('follows an organisation that changes its site', async () => {
    const moved = { ...umlaut.organisation, website: 'https://moulin.example/' };
    await web.publish({ ...umlaut, organisation: moved });
    expect(numbersIn((await ask('mühle.example')).text)).to.deep.equal([]);
    expect(numbersIn((await ask('moulin.example')).text)).to.deep.equal([umlaut.number]);
    await web.publish(umlaut);
  });
});
