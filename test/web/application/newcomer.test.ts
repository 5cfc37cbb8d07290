import { expect } from 'chai';
import { specimen } from '../../support/samples/specimen.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('a newcomer', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('newcomer');
    visitor = await web.browser();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const email = 'newcomer@specimen.example';
  const { acceptsLeman: _, founded: __, ...organisation } = specimen.organisation;
  const pages: string[] = [];

  /** Goes where a form or a link leads; only what is shown counts as a page. */
  async function open(path: string): Promise<string> {
    const { status, headers, text } = await visitor.get(path);
    if (status === 302) return open(String(headers.location));
    expect(status, path).to.equal(200);
    pages.push(path.split('?')[0] ?? '');
    return text;
  }

  it('comes from the home page to its file in four pages, where figures can wait, with one "Commencer"', async () => {
    const home = await open('/fr');
    const starts = [...home.matchAll(/<a[^>]*href="([^"]*)"[^>]*>Commencer</g)].map(([, href]) => href);
    expect(starts).to.deep.equal(['/fr/apply']);
    pages.length = 0;
    const apply = await open('/fr/apply');
    expect(apply).to.not.match(/>Commencer</);
    const [, start] = /<form method="get" action="([^"]*)"/.exec(apply) ?? [];
    await open(`${start}?exclusion.EXC-1=no&exclusion.EXC-2=no`);
    const asked = await visitor.post('/fr/sign-in', { email });
    await open(String(asked.headers.location));
    // A browser that knows passkeys is offered one later.
    const code = codeFor(web.letters, email);
    const entered = await visitor.post('/fr/sign-in/code', { code, passkeys: 'yes' });
    const form = await open(String(entered.headers.location));
    const hidden = Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="(start|exclusion[^"]*|once)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    const refused = await visitor.post('/fr/organisations/new', { ...hidden, ...organisation, name: '' });
    expect(refused.status).to.equal(422);
    expect(refused.text, 'kept over a refusal').to.include('name="exclusion.EXC-2" value="no"');
    const done = await visitor.post('/fr/organisations/new', { ...hidden, ...organisation });
    expect(pages).to.deep.equal(['/fr/apply', '/fr/sign-in', '/fr/sign-in/code', '/fr/organisations/new']);
    const file = String(done.headers.location);
    expect(file).to.match(/^\/fr\/applications\/A-2026-\d{6}$/);
    const list = await open(file);
    for (const page of ['figures', 'themes/FIN']) expect(list).to.include(`href="${file}/${page}"`);
    expect(await open(`${file}/figures`)).to.include(`href="${file}/themes/FIN">Plus tard`);
  });

  it('finds what was said and signed again on the page that sends it, whatever it refuses', async () => {
    const [{ _id } = { _id: '' }] = await web.connection
      .collection<{ _id: string }>('applications')
      .find()
      .toArray();
    const at = `/fr/applications/${_id}/submit`;
    const begun = await visitor.get(at);
    expect(begun.text, 'what was said, with the way to change it').to.include('Relisez ce que vous avez dit');
    for (const page of ['figures#F01', 'themes/FIN#FIN-01']) {
      expect(begun.text).to.include(`href="/fr/applications/${_id}/${page}">Modifier`);
    }
    expect(begun.text).to.match(/name="exclusion\.EXC-1" type="radio" value="no" checked/);
    expect(begun.text).to.not.match(/name="exclusion\.EXC-3"[^>]*checked/);
    const signed = { 'exclusion.EXC-3': 'no', rulesAccepted: 'yes', name: 'Spécimen signataire' };
    expect((await visitor.post(at, signed)).status).to.equal(422);
    const again = (await visitor.get(at)).text;
    expect(again).to.match(/name="exclusion\.EXC-3" type="radio" value="no" checked/);
    expect(again)
      .to.match(/name="rulesAccepted"[^>]*checked/)
      .and.include('value="Spécimen signataire"');
  });
});
