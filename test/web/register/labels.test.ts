import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { labelOnDay } from '../../../src/web/schemas/label.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;

describe('the label for programs, and its permanent address', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('labels');
    visitor = await web.browser();
    const certificate = await web.deps.files.save(Buffer.from('%PDF-1.7 spécimen'), 'application/pdf');
    const files = [{ kind: 'certificate', revision: 1, digest: certificate, size: 18 }] as const;
    await web.publish({ ...specimenEntry, files });
  });
  after(() => web.stop());

  it('distinguishes a mistyped number from one never issued and from none at all', async () => {
    const answers = await Promise.all(
      ['MIE-26-00043-D', 'MIE-26-00041-F', 'pain'].map((typed) => visitor.get(`/api/v1/labels/${typed}`)),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
    expect(answers.map(({ type }) => type)).to.deep.equal(Array(3).fill('application/problem+json'));
    const codes = answers.map(({ text }) => JSON.parse(text).code);
    expect(codes).to.deep.equal(['labelMistyped', 'labelUnknown', 'notFound']);
    expect(JSON.parse(answers[0]?.text ?? '').params.nearest).to.include(number);
  });

  it('returns what the register says, open to every site, cached for some seconds', async () => {
    const answer = await visitor.get('/api/v1/labels/mie%2026%2000042%20d').set('Accept-Language', 'en');
    expect(answer.status).to.equal(200);
    expect(answer.body).to.include({
      number,
      valid: true,
      status: 'active',
      since: '2026-10-01',
      until: '2029-09-30',
      address: `${web.deps.publicUrl}/labels/${number}`,
    });
    expect(answer.body.offers).to.have.length(2);
    expect(answer.headers).to.include({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=5',
    });
    expect(answer.headers['set-cookie']).to.equal(undefined);
  });

  it('says of each offer what it costs, how it is delivered and how to buy it', async () => {
    const [bread, classes] = specimenEntry.offers;
    const box = {
      id: 'OFFER3',
      name: 'Panier',
      contact: 'panier@specimen.example',
      sheet: '',
      type: 'food',
      madeHere: null,
    } as const;
    await web.publish({ ...specimenEntry, offers: [...specimenEntry.offers, box] });
    const { text } = await visitor.get(`/fr/labels/${number}`);
    const card = (id = '') => parse(text).querySelector(`#${id}`);
    const sheet = (id = '') => card(id)?.querySelector('details');
    expect(card(bread?.id)?.querySelector('.offer__line strong')?.text).to.equal(bread?.price);
    expect(sheet(bread?.id)?.text).to.include('Lire et commander').and.include(bread?.delivery);
    expect(sheet(bread?.id)?.querySelector('a')?.getAttribute('href')).to.equal(bread?.contact);
    expect(sheet(box.id)?.querySelector('a')?.getAttribute('href')).to.equal(`mailto:${box.contact}`);
    expect(card(classes?.id)?.querySelector('strong')).to.equal(null);
    expect(sheet(classes?.id)?.querySelector('a')).to.equal(null);
    await web.publish(specimenEntry);
  });

  it('returns the answer for a day as the page at the same address does', async () => {
    await web.publish({
      ...specimenEntry,
      state: 'withdrawn',
      history: [...specimenEntry.history, { state: 'withdrawn', on: '2026-10-20' }],
    });
    const days = [
      ['2025-01-01', 'N’existait pas encore', null, false, 'n’existait pas encore'],
      ['1899-12-31', 'N’existait pas encore', null, false, 'n’existait pas encore'],
      ['2026-10-10', 'Label valable', 'active', true, 'ce label était valable'],
      ['2026-10-21', 'Label retiré', 'withdrawn', false, 'n’était pas valable'],
      ['2026-11-02', 'Label retiré', 'withdrawn', false, 'n’était pas valable'],
    ] as const;
    for (const [on, word, status, valid, said] of days) {
      for (const path of [`/api/v1/labels/${number}`, `/labels/${number}`, `/fr/labels/${number}`]) {
        const { body } = await visitor
          .get(`${path}?on=${on}`)
          .set('Accept', 'application/json')
          .set('Accept-Language', 'fr');
        expect(labelOnDay.parse(body), path).to.deep.equal(body);
        expect(body, path).to.include({ number, on, word, status, valid });
        expect(body, path).to.include({ until: '2026-10-19', periodEnd: '2029-09-30' });
      }
      expect((await visitor.get(`/fr/labels/${number}?on=${on}`)).text).to.include(said);
    }
    const { body } = await visitor.get(`/api/v1/labels/${number}?on=20/10/2026`);
    expect(body).to.include({ on: '2026-10-20', valid: false });
    const unasked = await visitor.get(`/api/v1/labels/${number}?on=`);
    expect(unasked.body).to.include({ status: 'withdrawn' }).and.to.not.have.property('on');
    await web.publish(specimenEntry);
  });

  it('refuses an impossible day', async () => {
    for (const [on, code] of [
      ['2026-11-03', 'dayAhead'],
      ['9999-12-31', 'dayAhead'],
      ['2026-02-30', 'badDate'],
      ['yesterday', 'badDate'],
      ['2026-10-10&on=2026-10-11', 'wrongType'],
    ]) {
      const { status, body } = await visitor.get(`/api/v1/labels/${number}?on=${on}`);
      expect([status, body.faults?.[0]?.field, body.faults?.[0]?.code], on).to.deep.equal([400, 'on', code]);
    }
    const page = async (on: string) => (await visitor.get(`/fr/labels/${number}?on=${on}`)).text;
    expect(await page('9999-12-31')).to.include('encore à venir');
    expect(await page('1899-12-31')).to.include('n’existait pas encore');
    expect(await page('26/10/2026')).to.include('26 octobre 2026, ce label était valable');
    expect(await page('26.13.2026')).to.include('Écrivez une date qui existe');
  });

  it('returns 304 while nothing changed, and the new answer afterwards', async () => {
    const path = `/api/v1/labels/${number}`;
    const { etag = '' } = (await visitor.get(path)).headers;
    const same = await visitor.get(path).set('If-None-Match', etag);
    expect([same.status, same.text]).to.deep.equal([304, '']);
    await web.publish({ ...specimenEntry, state: 'suspended' });
    const changed = await visitor.get(path).set('If-None-Match', etag);
    expect([changed.status, changed.body.valid, changed.body.status]).to.deep.equal([
      200,
      false,
      'suspended',
    ]);
    await web.publish(specimenEntry);
  });

  it('is never valid after the last day, whatever is stored', async () => {
    web.setClock('2029-10-01T00:00:00.000Z');
    const { body } = await visitor.get(`/api/v1/labels/${number}`);
    web.setClock('2026-11-02T08:00:00.000Z');
    expect([body.valid, body.status]).to.deep.equal([false, 'expired']);
  });

  it('redirects people from the permanent address to their language, and programs to the data', async () => {
    const reader = await visitor
      .get(`/labels/${number}`)
      .set('Accept', 'text/html')
      .set('Accept-Language', 'it');
    expect([reader.status, reader.headers.location]).to.deep.equal([302, `/it/labels/${number}`]);
    expect(reader.headers.vary).to.include('Accept-Language');
    const dated = await visitor.get(`/labels/${number}?on=2026-10-05`).set('Accept-Language', 'it');
    expect(dated.headers.location).to.equal(`/it/labels/${number}?on=2026-10-05`);
    const program = await visitor.get(`/labels/${number}`).set('Accept', 'application/json');
    expect(program.body.number).to.equal(number);
    const none = await visitor.get('/labels/nothing').set('Accept', 'application/json');
    expect(none.status).to.equal(404);
  });

  it('serves page, data or credential at one address by Accept', async () => {
    const credential = await web.deps.files.save(Buffer.from('{"id":"specimen"}'), 'application/json');
    await web.publish({
      ...specimenEntry,
      files: [{ kind: 'credential', revision: 1, digest: credential, size: 17 }],
    });
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';
    const forms: readonly (readonly [string, string])[] = [
      [browser, 'text/html'],
      ['*/*', 'text/html'],
      ['image/png', 'text/html'],
      ['application/json', 'application/json'],
      ['application/vc', 'application/vc'],
      ['application/vc+ld+json', 'application/vc+ld+json'],
      ['application/ld+json', 'application/ld+json'],
      ['application/json;q=0.1, application/vc', 'application/vc'],
    ];
    for (const path of [`/fr/labels/${number}`, `/labels/${number}`]) {
      for (const [accept, type] of forms) {
        const { status, headers, text, body } = await visitor.get(path).set('Accept', accept);
        const isPage = type === 'text/html';
        expect(headers.vary, accept).to.match(/\bAccept\b(?!-)/);
        if (isPage && path.startsWith('/labels')) expect(status).to.equal(302);
        else expect([status, headers['content-type']?.split(';')[0]], accept).to.deep.equal([200, type]);
        if (isPage) continue;
        expect(headers['access-control-allow-origin']).to.equal('*');
        const said = type === 'application/json' ? body.number : JSON.parse(text ?? String(body)).id;
        expect(said).to.equal(type === 'application/json' ? number : 'specimen');
      }
      const none = await visitor.get(path.replace('42-D', '41-F')).set('Accept', 'application/vc');
      expect([none.status, none.type]).to.deep.equal([404, 'application/problem+json']);
    }
    await web.publish({ ...specimenEntry, files: [] });
    const missing = await visitor.get(`/fr/labels/${number}`).set('Accept', 'application/vc');
    expect([missing.status, missing.type]).to.deep.equal([404, 'application/problem+json']);
  });

  it('links its other formats for programs and search engines', async () => {
    const credential = { kind: 'credential', revision: 1, digest: '0'.repeat(64), size: 17 } as const;
    await web.publish({ ...specimenEntry, files: [credential] });
    const { text } = await visitor.get(`/fr/labels/${number}?on=2026-10-05`);
    const { publicUrl } = web.deps;
    for (const said of [
      `rel="canonical" href="${publicUrl}/fr/labels/${number}"`,
      `hreflang="de" href="${publicUrl}/de/labels/${number}"`,
      `hreflang="x-default" href="${publicUrl}/labels/${number}"`,
      `type="application/json" href="/api/v1/labels/${number}"`,
      `type="application/vc" href="/credentials/${number}"`,
      `property="og:image" content="${publicUrl}/badges/${number}.png"`,
      `href="/fr/report?number=${number}"`,
      'href="/fr/guarantees"',
    ]) {
      expect(text).to.include(said);
    }
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(data)).to.include({ '@type': 'Certification', certificationIdentification: number });
  });

  it('serves the certificate as issued, and not found where there is none', async () => {
    const none = await visitor
      .get('/labels/MIE-26-00041-F/certificate.pdf')
      .set('Accept', 'application/json');
    expect(none.status).to.equal(404);
    const missing = await visitor.get(`/labels/${number}/certificate.pdf`).set('Accept', 'application/json');
    expect(missing.status, 'an entry without the file').to.equal(404);
    const digest = await web.deps.files.save(Buffer.from('%PDF-1.7 spécimen'), 'application/pdf');
    await web.publish({ ...specimenEntry, files: [{ kind: 'certificate', revision: 1, digest, size: 18 }] });
    const answer = await visitor.get(`/labels/${number}/certificate.pdf`);
    expect([answer.status, answer.type]).to.deep.equal([200, 'application/pdf']);
    expect(answer.body.toString()).to.equal('%PDF-1.7 spécimen');
  });

  it('serves a form of the certificate by its digest, and none of an earlier revision', async () => {
    const forms = await Promise.all(
      ['of before', 'first', 'stamped'].map(async (bytes, i) => {
        const digest = await web.deps.files.save(Buffer.from(bytes), 'application/pdf');
        return { kind: 'certificate', revision: i === 0 ? 1 : 2, digest, size: bytes.length } as const;
      }),
    );
    await web.publish({ ...specimenEntry, revision: 2, files: forms });
    const asked = forms.map(({ digest }) => `?digest=${digest}`);
    const said = [];
    for (const query of ['', ...asked, `?digest=${'0'.repeat(64)}`, '?digest=first']) {
      const { status, body } = await visitor
        .get(`/labels/${number}/certificate.pdf${query}`)
        .set('Accept', 'application/json');
      said.push(status === 200 ? String(body) : status);
    }
    expect(said).to.deep.equal(['stamped', 404, 'first', 'stamped', 404, 400]);
  });
});
