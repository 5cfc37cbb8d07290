import { expect } from 'chai';
import { cursorOf } from '../../../src/web/forms/cursor.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('the register for everyone', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('register');
    visitor = await web.browser();
    const many = Array.from({ length: 45 }, (_, i) => entryNumbered(i + 1, { offers: [`Pain n° ${i + 1}`] }));
    await insertEntries(web.connection, [
      ...many,
      entryNumbered(100, {
        name: 'Atelier <b>Vélo</b>',
        offers: [
          {
            name: 'Réparation de vélos',
            type: 'service',
            sheet: 'Un vélo qui roule <i>encore</i>.',
            category: 'repairs',
            contact: 'velo@atelier.example',
          },
        ],
        organisation: {
          commune: 'Genève',
          postcode: '1205',
          identifier: '732 829 320',
          legalForm: 'association',
          sector: 'mobility',
        },
      }),
      entryNumbered(101, { offers: ['Tonneau'], state: 'withdrawn' }),
    ]);
  });
  after(() => web.stop());

  const hrefs = (html: string, rel: string) =>
    new RegExp(`rel="${rel}" href="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const numbers = (html: string) => [
    ...new Set([...html.matchAll(/labels\/(MIE-[\w-]+)/g)].map(([, number]) => number)),
  ];

  const paged = async (asked: string) => {
    const first = await visitor.get(`/fr/register?${asked}`);
    const second = await visitor.get(hrefs(first.text, 'next'));
    const third = await visitor.get(hrefs(second.text, 'next'));
    const all = [first, second, third].map(({ text }) => numbers(text));
    expect(all.map(({ length }) => length)).to.deep.equal([20, 20, 5]);
    expect(new Set(all.flat()).size).to.equal(45);
    expect([hrefs(first.text, 'prev'), hrefs(third.text, 'next')]).to.deep.equal(['', '']);
    const back = await visitor.get(hrefs(third.text, 'prev'));
    expect(numbers(back.text)).to.deep.equal(all[1]);
    const start = await visitor.get(hrefs(back.text, 'prev'));
    expect(numbers(start.text)).to.deep.equal(all[0]);
    expect(hrefs(start.text, 'prev')).to.equal('');
  };
  for (const asked of ['q=pain', 'q=pain&place=1204&within=5'])
    it(`pages forward and back, each label once (${asked})`, () => paged(asked));

  it('keeps its position when labels are added and changed in between', async () => {
    const first = await visitor.get('/fr/register?q=pain');
    const next = hrefs(first.text, 'next');
    const before = numbers((await visitor.get(next)).text);
    await insertEntries(web.connection, [entryNumbered(200, { offers: ['Pain nouveau'] })]);
    expect(numbers((await visitor.get(next)).text)).to.deep.equal(before);
    await insertEntries(web.connection, [entryNumbered(200, { offers: ['Tourte nouvelle'] })]);
  });

  it('writes each offer with who makes it and its status, escaped', async () => {
    const { text } = await visitor.get('/fr/register?q=reparation+velo');
    expect(text).to.match(/<h3 class="offer__name"><a [^>]*>Réparation de vélos<\/a>/);
    expect(text).to.match(/Atelier &lt;b&gt;Vélo&lt;\/b&gt;<\/a>, 1205 Genève/);
    expect(text).to.include('Label valable').and.to.include('jusqu’au 30 septembre 2029');
    expect(text).to.not.include('<b>Vélo');
  });

  it('leads to whoever sells it, and nowhere else', async () => {
    const { text } = await visitor.get('/fr/register?q=reparation+velo');
    expect(text).to.match(/href="mailto:velo@atelier\.example" rel="nofollow noopener ugc"/);
    expect((await visitor.get('/fr/register?q=pain')).text).to.not.include('found__contact');
  });

  it('finds by postcode and by commune, in the field of the place or among the words', async () => {
    for (const asked of ['place=1205', 'place=1205+Gen%C3%A8ve', 'place=Gen%C3%A8ve', 'q=velo+1205']) {
      const { text } = await visitor.get(`/fr/register?${asked}`);
      expect(numbers(text), asked).to.deep.equal([entryNumbered(100).number]);
    }
    const { text } = await visitor.get('/fr/register?place=1205&q=velo');
    expect(text).to.match(/name="place" [^>]*value="1205"/);
    expect(numbers((await visitor.get('/fr/register?place=1206')).text)).to.deep.equal([]);
  });

  it('finds within a distance of a postcode or a commune, and says how far that is', async () => {
    const found = async (asked: string) => numbers((await visitor.get(`/fr/register?q=velo&${asked}`)).text);
    for (const near of ['place=1204&within=1', 'place=1204&within=2', 'place=carouge&within=2'])
      expect(await found(near), near).to.deep.equal([entryNumbered(100).number]);
    for (const far of ['place=1204', 'place=Nyon&within=10', 'place=1209&within=2'])
      expect(await found(far), far).to.deep.equal([]);
    const { text } = await visitor.get('/fr/register?place=1204&within=2');
    expect(text).to.include('à 2\u00a0km au plus de 1204 Genève');
    expect(text).to.include('1205 Genève · à 800\u00a0m, environ 10\u00a0min à pied');
    expect(text).to.match(/<option value="2" selected>/);
    const unknown = await visitor.get('/fr/register?place=Atlantis&within=5');
    expect(unknown.text).to.match(/Nous ne savons pas mesurer depuis «\satlantis\s»/);
    expect((await visitor.get('/fr/register?place=1204&within=3')).status).to.equal(400);
    expect((await visitor.get('/fr/register?within=2')).text, 'from nowhere').to.not.include('au plus de');
  });

  it('names the place that is nearest to a rounded position, and refuses what is none', async () => {
    const at = (latitude: string, longitude: string) =>
      visitor.send('/fr/register/near', 'form', String(new URLSearchParams({ latitude, longitude })));
    const near = await at('46.20', '6.14');
    expect([near.status, near.body]).to.deep.equal([200, { place: '1204 Genève' }]);
    expect(near.headers['cache-control']).to.equal('no-store');
    expect((await at('-33.9', '18.4')).body).to.deep.equal({ place: null });
    for (const [latitude, longitude] of [
      ['NaN', '6.1'],
      ['46.2044', '6.14'],
      ['91', '6'],
      ['', ''],
      ['1e1', '6'],
    ] as const)
      expect((await at(latitude, longitude)).status, `${latitude}, ${longitude}`).to.equal(422);
    const { headers } = await visitor.get('/fr/register');
    expect(headers['permissions-policy']).to.include('geolocation=(self)').and.to.include('camera=()');
    expect(headers['content-security-policy']).to.include('script-src label.example/assets/near.js;');
  });

  it('finds the labels of a UID or SIREN, here and where a label is verified, and tells a slip kindly', async () => {
    const { number } = entryNumbered(100);
    for (const typed of ['732829320', '732 829 320', '732 829 320 00074']) {
      const { text } = await visitor.get(`/fr/register?q=${encodeURIComponent(typed)}`);
      expect(numbers(text), typed).to.deep.equal([number]);
    }
    const verified = await visitor.get('/fr/verify?q=732+829+320');
    expect(numbers((await visitor.get(verified.headers.location ?? '')).text)).to.deep.equal([number]);
    expect(numbers((await visitor.get('/fr/verify?q=732829320&on=2026-10-20')).text)).to.deep.equal([number]);
    const slip = await visitor.get('/fr/register?q=CHE-123.456.789+TVA');
    expect(slip.text).to.include('contient une faute').and.to.not.include('Aucun mot du registre');
    const other = await visitor.get('/fr/register?q=CHE-105.805.080');
    expect([other.status, numbers(other.text)]).to.deep.equal([200, []]);
    expect((await visitor.get(`/fr/labels/${number}`)).text).to.match(/SIREN<\/dt>\s*<dd[^>]*>732 829 320/);
    const { about } = JSON.parse(
      /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(
        (await visitor.get(`/fr/labels/${number}`)).text,
      )?.[1] ?? '{}',
    );
    expect(about.identifier).to.deep.equal({
      '@type': 'PropertyValue',
      propertyID: 'SIREN',
      value: '732 829 320',
    });
  });

  it('shows labels that hold, and others when asked for', async () => {
    const { number } = entryNumbered(101);
    const shown = async (asked: string) => numbers((await visitor.get(`/fr/register?${asked}`)).text);
    expect(await shown('q=tonneau')).to.deep.equal([]);
    expect((await visitor.get('/fr/register?q=tonneau')).text).to.include('q=tonneau&amp;valid=any"');
    for (const asked of ['q=tonneau&valid=any', 'status=withdrawn']) {
      expect(await shown(asked), asked).to.deep.equal([number]);
    }
    const { labels } = (await visitor.get('/api/v1/labels?q=tonneau')).body;
    expect(labels).to.have.length(1);
  });

  it('opens what narrows down over the list, without a script', async () => {
    const { text } = await visitor.get('/fr/register?category=repairs');
    expect(text).to.match(/<button [^>]*popovertarget="narrow">Affiner \(1\)<\/button>/);
    expect(text).to.match(/<aside [^>]*id="narrow" popover /);
  });

  it('filters by links with counts, and keeps filters with other words', async () => {
    const { text } = await visitor.get('/fr/register');
    expect(text).to.match(/register\?type=service">Service<\/a> <span class="facet__count">1</);
    const { text: narrowed } = await visitor.get('/fr/register?type=service&theme=mobility');
    expect(numbers(narrowed)).to.have.length(1);
    expect(narrowed).to.include('<input type="hidden" name="theme" value="mobility">');
    expect(narrowed).to.include('href="/fr/register?theme=mobility"');
  });

  it('lists communes, and offers help without results', async () => {
    const places = await visitor.get('/de/register/places');
    expect(places.text).to.match(/place=geneve">Genève<\/a> <span class="facet__count">1</);
    expect(places.text).to.match(
      /<a class="map__mark" href="[^"]*" aria-label="1205 Genève[^"]*: 1 gültiges Label"/,
    );
    expect(places.text).to.include('place=1205+Gen%C3%A8ve&amp;within=0">1205 Genève</a>');
    for (const box of ['NaN,46,6.2,46.3', '6.3,46,6.2,46.3', '<b>', ''])
      expect((await visitor.get(`/de/register/places?box=${encodeURIComponent(box)}`)).status, box).to.equal(
        400,
      );
    const part = await visitor.get('/de/register/places?box=-180,-90,180,90');
    expect([part.status, part.headers['cache-control']]).to.deep.equal([200, 'max-age=5']);
    const none = await visitor.get('/de/register?q=velo+xyzxyz');
    expect(none.status).to.equal(200);
    expect(none.text).to.not.include('class=""');
    expect(none.text).to.include('Kein Wort im Register gleicht «xyzxyz»');
    expect(none.text).to.include('/de/register?q=velo"');
  });

  it('redirects a number to its label', async () => {
    const { number } = entryNumbered(100);
    const answer = await visitor.get(`/fr/register?q=${number.toLowerCase().replaceAll('-', '+')}`);
    expect([answer.status, answer.headers.location]).to.deep.equal([302, `/fr/labels/${number}`]);
  });

  it('has a page with the plain sheet of each covered offer', async () => {
    const { number } = entryNumbered(100);
    const { text, status } = await visitor.get(`/fr/labels/${number}/offers/OFFER100-1`);
    expect(status).to.equal(200);
    expect(text).to.include('Un vélo qui roule &lt;i&gt;encore&lt;/i&gt;.').and.to.include('Label valable');
    expect(text).to.match(/<a class="button" href="mailto:velo@atelier.example"[^>]*>Acheter ou demander/);
    const other = await visitor.get(`/fr/labels/${number}/offers/OFFER1-1`);
    expect(other.status).to.equal(404);
    const typed = await visitor.get(`/fr/labels/${number.toLowerCase()}/offers/OFFER100-1`);
    expect(typed.headers.location).to.equal(`/fr/labels/${number}/offers/OFFER100-1`);
  });

  it('returns programs the same labels, pages and counts', async () => {
    const first = await visitor.get('/api/v1/labels?q=pain&counts=yes');
    expect(first.body.labels).to.have.length(20);
    expect(first.body.labels[0]).to.include({ status: 'active', valid: true });
    expect(first.body.counts).to.deep.include({ total: 45, all: true, type: [{ value: 'food', count: 45 }] });
    expect(first.body.previous).to.equal(null);
    const second = await visitor.get(first.body.next.slice(web.deps.publicUrl.length));
    expect(second.body.labels).to.have.length(20);
    expect(first.headers).to.include({ 'access-control-allow-origin': '*' });
    expect((await visitor.get('/api/v1/labels?q=pian')).body.instead).to.deep.equal([
      { typed: 'pian', taken: 'pain' },
    ]);
  });

  it('refuses a foreign or invalid cursor, with a message', async () => {
    const { next } = (await visitor.get('/api/v1/labels?q=pain')).body;
    const cursor = new URL(next).searchParams.get('after') ?? '';
    const place = { at: '', rank: '1', holds: true, number: entryNumbered(3).number } as const;
    const forged = cursorOf({ ...place, number: 'MIE-26-00003-0' }, { text: 'pain' });
    for (const [asked, wrong] of [
      ['levain', cursor],
      ['pain', 'x'],
      ['pain', '%00%ff'],
      ['pain', cursor.slice(0, -3)],
      ['pain', forged],
      ['pain', Buffer.from('{"$gt":""}').toString('base64url')],
    ] as const) {
      for (const name of ['after', 'before']) {
        const answer = await visitor.get(`/api/v1/labels?q=${asked}&${name}=${wrong}`);
        expect([answer.status, answer.body.code], wrong).to.deep.equal([400, 'badRequest']);
        const page = await visitor.get(`/fr/register?q=${asked}&${name}=${wrong}`);
        expect(page.status, wrong).to.equal(400);
      }
    }
    const page = await visitor.get('/fr/register?q=pain&after=x');
    expect(page.text).to.include('Cette page appartient à une autre recherche.');
  });
});
