import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { registerSpecimen } from '../../support/organisations.ts';
import { profiled } from '../../support/run/profiled.ts';
import { entryNumbered } from '../../support/samples/insertEntries.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const [old, renewed, other] = [101, 102, 103].map((n) => entryNumbered(n, { name: 'La Coopérative' }).number);

describe('the address by which a credential names an organisation', () => {
  let web: WebWithCast;
  let visitor: Browser;
  before(async () => {
    web = await webWithCast('organisation-labels');
    visitor = await web.browser();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const hold = (n: number, also: object = {}) =>
    web.publish(entryNumbered(n, { name: 'La Coopérative', organisation: { id: 'COOP' }, ...also }));
  const json = (id: string) => visitor.get(`/organisations/${id}`).set('Accept', 'application/json');
  const goesTo = async (id: string, language = 'fr') => {
    const { status, headers } = await visitor.get(`/organisations/${id}`).set('Accept-Language', language);
    return [status, headers.location];
  };

  it('redirects to its only label for really issued credentials', async () => {
    const { number } = await issueLabel(web, web.cast, 'baker');
    const credential = await visitor.get(`/labels/${number}`).set('Accept', 'application/vc');
    const { id } = JSON.parse(credential.text || String(credential.body)).credentialSubject;
    const { pathname } = new URL(id);
    const { publicUrl } = web.deps;
    const own = pathname.replace('/organisations/', '');
    for (const language of languages) {
      expect(await goesTo(own, language)).to.deep.equal([302, `/${language}/labels/${number}`]);
    }
    const answer = await json(own);
    expect([answer.status, answer.type]).to.deep.equal([200, 'application/json']);
    expect(answer.headers).to.include({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=5',
    });
    expect(answer.headers.vary).to.include('Accept');
    expect(answer.body.id).to.equal(`${publicUrl}${pathname}`);
    expect(answer.body.labels).to.have.length(1);
    expect(answer.body.labels[0]).to.include({
      number,
      valid: true,
      address: `${publicUrl}/labels/${number}`,
    });
  });

  it('is where the name of a holder leads, wherever it stands', async () => {
    const name = 'Les Tisserandes';
    const entry = entryNumbered(110, { name, organisation: { id: 'LINKED' }, offers: ['Écharpes'] });
    await web.publish(entry);
    const label = `/fr/labels/${entry.number}`;
    const pages = {
      home: await visitor.get('/fr'),
      directory: await visitor.get('/fr/register?q=echarpes'),
      label: await visitor.get(label),
      offer: await visitor.get(`${label}/offers/${entry.offers[0]?.id}`),
      several: await visitor.send(
        '/fr/verify/several',
        'form',
        String(new URLSearchParams({ numbers: entry.number })),
      ),
    };
    for (const [page, { text }] of Object.entries(pages))
      expect(text, page).to.match(new RegExp(`<a [^>]*href="/fr/organisations/LINKED/labels">${name}</a>`));
  });

  it('redirects to the current label, and shows a list where there are several', async () => {
    await hold(101, { state: 'superseded', successor: renewed });
    await hold(102);
    expect(await goesTo('COOP'), 'renewed').to.deep.equal([302, `/fr/labels/${renewed}`]);
    await hold(103, { state: 'withdrawn' });
    expect(await goesTo('COOP', 'de')).to.deep.equal([302, '/de/organisations/COOP/labels']);
    const { body } = await json('COOP');
    expect(
      body.labels.map((label: { number: string; valid: boolean }) => [label.number, label.valid]),
    ).to.deep.equal([
      [other, false],
      [renewed, true],
      [old, false],
    ]);
    for (const language of languages) {
      const { status, text } = await visitor.get(`/${language}/organisations/COOP/labels`);
      expect([status, text.includes('<h1>La Coopérative</h1>')], language).to.deep.equal([200, true]);
      for (const number of [old, renewed, other])
        expect(text, language).to.include(`href="/${language}/labels/${number}"`);
    }
  });

  it('returns not found for an organisation without a label', async () => {
    const founder = await web.person('founder');
    const applicant = await registerSpecimen(web.deps, founder, { name: 'Sans Label', identifier: '' });
    expect(await web.deps.store.organisation(applicant), 'it is known here').to.not.equal(null);
    for (const [type, path] of [
      ['text/html', '/organisations/'],
      ['application/json', '/organisations/'],
      ['text/html', '/fr/organisations/'],
    ] as const) {
      const end = path.startsWith('/fr') ? '/labels' : '';
      const told = async (id: string) => {
        const { status, headers, text } = await visitor.get(`${path}${id}${end}`).set('Accept', type);
        return [status, headers['content-type'], headers['cache-control'], text.replaceAll(id, 'ID')];
      };
      const unknown = await told('NOBODY');
      expect(unknown[0]).to.equal(404);
      expect(await told(applicant)).to.deep.equal(unknown);
    }
  });

  it('makes one indexed query, and one by key for its page', async () => {
    const asked = await profiled(web.connection, async () => {
      await json('COOP');
      await visitor.get('/fr/organisations/COOP/labels');
      await json('NOBODY');
    });
    const plans = asked.map(({ ns, planSummary }) => [ns.split('.')[1], planSummary]);
    const ofEntries = plans.filter(([name]) => name === 'entries');
    expect(ofEntries).to.deep.equal(Array(3).fill(['entries', 'IXSCAN { organisation.id: 1, _id: -1 }']));
    // The page tells its story too.
    const others = plans.filter((plan) => !ofEntries.includes(plan));
    expect(others.map(([name]) => name)).to.deep.equal(['organisations']);
    expect(requireVisible(asked[0]).op).to.equal('query');
  });
});
