// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the kit of a label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let browser: Browser;
  let entry: Entry;
  let at: string;
  before(async () => {
    web = await webWithCast('label-kit');
    holder = await issueLabel(web, web.cast, 'holder');
    browser = await web.browser(holder.owner);
    entry = requireVisible(await web.deps.store.entry(holder.number));
    at = `/organisations/${holder.organisationId}/labels/${holder.number}`;
  });
  afterEach(() => web.publish(entry));
  after(() => web.stop());

  const page = async (path = `/fr${at}`) => parse((await browser.get(path)).text);
  const hrefs = (root: ReturnType<typeof parse>, selector: string) =>
    root.querySelectorAll(selector).map((one) => one.getAttribute('href') ?? '');
  /** What a browser would copy. */
  const copiedFrom = (root: ReturnType<typeof parse>, kind: string) =>
    requireVisible(root.querySelector(`#code-${kind}`)).text;

  it('is visible to everyone of the organisation, and to nobody else', async () => {
    const { organisationId } = holder;
    for (const role of ['editor', 'reader'] as const) {
      const colleague = await updatePerson(web.deps, await web.person(role), {
        memberships: [{ organisationId, role }],
      });
      expect((await (await web.browser(colleague)).get(`/fr${at}`)).status, role).to.equal(200);
    }
    const visitor = await (await web.browser()).get(`/fr${at}`);
    expect([visitor.status, visitor.headers.location]).to.deep.equal([302, '/fr/sign-in']);
    const other = await issueLabel(web, web.cast, 'other-holder');
    const strangers = [await web.person('stranger'), web.cast.officer, web.cast.committee[1], other.owner];
    for (const person of strangers) {
      const answer = await (await web.browserOf(person)).get(`/fr${at}`);
      expect(answer.status, person.email).to.equal(404);
      expect(answer.text).to.not.include(entry.organisation.name);
    }
    const theirs = await web.browserOf(other.owner);
    const mixed = `/fr/organisations/${other.organisationId}/labels/${holder.number}`;
    expect((await theirs.get(mixed)).status, 'a label of others in one’s own organisation').to.equal(404);
    for (const number of ['MIE-26-00041-F', 'x', '%24ne', '__proto__']) {
      const none = await browser.get(`/fr/organisations/${organisationId}/labels/${number}`);
      expect(none.status, number).to.equal(404);
    }
  });

  it('offers every file that it names: papers, badges of every shape, format and size, signs', async () => {
    const root = await page();
    const files = hrefs(root, 'a[href^="/badges/"], a[href^="/labels/"], a[href^="/credentials/"]');
    expect(files.filter((href) => href.includes('form=standard'))).to.have.length(6);
    expect(files.filter((href) => href.includes('form=large'))).to.have.length(6);
    expect(files.filter((href) => href.includes('form=mark'))).to.have.length(8);
    const { number } = holder;
    const printed = ['door-sign-a4', 'door-sign-a6', 'stand-sign'].map(
      (name) => `/labels/${number}/${name}.pdf`,
    );
    const papers = [`/labels/${number}/certificate.pdf`, `/credentials/${number}`, `/badges/${number}.pdf`];
    expect(files).to.include.members([...printed, ...papers]);
    for (const href of files) expect((await browser.get(href)).status, href).to.equal(200);
    const images = root.querySelectorAll('main img').map((image) => image.getAttribute('src') ?? '');
    for (const src of images) expect((await browser.get(src)).status, src).to.equal(200);
    const wide = await browser.get(`/badges/${number}.png?form=standard&language=fr&size=1024`);
    expect(wide.body.readUInt32BE(16), 'width in the header of the PNG').to.equal(1024);
  });

  it('contains code whose addresses work on this service, in four languages', async () => {
    for (const language of languages) {
      const root = await page(`/fr${at}?language=${language}`);
      const chosen = root.querySelectorAll('nav [aria-current=true]').map((one) => one.getAttribute('lang'));
      expect(chosen).to.include(language);
      for (const kind of ['html', 'mail']) {
        const copied = parse(copiedFrom(root, kind));
        const addresses = [
          ...copied.querySelectorAll('img').map((one) => one.getAttribute('src') ?? ''),
          ...hrefs(copied, 'a'),
        ];
        expect(addresses.length).to.be.greaterThan(1);
        for (const address of addresses) {
          expect(address.startsWith(`${web.deps.publicUrl}/`), address).to.equal(true);
          const path = address.slice(web.deps.publicUrl.length);
          const answer = await browser.get(path).redirects(1);
          expect(answer.status, path).to.equal(200);
          const kept = kind === 'mail' && path.startsWith('/badges/') ? 'no-store' : 'public';
          if (path.startsWith('/badges/')) expect(answer.headers['cache-control']).to.include(kept);
        }
        const [image] = copied.querySelectorAll('img');
        expect(image?.getAttribute('src')).to.include(`language=${language}`);
      }
      expect(copiedFrom(root, 'markdown')).to.include(`language=${language})](`);
    }
    const unknown = await browser.get(`/fr${at}?language=rm&language=<b>`);
    expect(unknown.status).to.equal(200);
    expect(copiedFrom(parse(unknown.text), 'html')).to.include(`language=${entry.language}`);
  });

  it('escapes any name of an organisation', async () => {
    const name = 'Dupont & Fils <SA> "x" ](y)';
    await web.publish({ ...entry, organisation: { ...entry.organisation, name } });
    const root = await page();
    expect(root.querySelector('sa')).to.equal(null);
    const copied = parse(copiedFrom(root, 'html'));
    expect(copied.querySelector('img')?.getAttribute('alt')).to.include(name);
    expect(copiedFrom(root, 'markdown')).to.include('Dupont \\& Fils \\<SA\\> "x" \\](y)');
  });

  it('says what to do while the label is not valid, keeps the badge, and offers no papers', async () => {
    const { number } = holder;
    for (const [state, word, sentence] of [
      ['suspended', 'Label suspendu', 'ne montrez plus le label'],
      ['withdrawalPending', 'Label suspendu', 'ne montrez plus le label'],
      ['withdrawn', 'Label retiré', 'enlevez-le de tout ce que vous montrez'],
      ['expired', 'Label échu', 'enlevez-le de tout ce que vous montrez'],
      ['terminated', 'Label résilié', 'enlevez-le de tout ce que vous montrez'],
    ] as const) {
      await web.publish({ ...entry, state, history: [...entry.history, { state, on: '2026-11-02' }] });
      const root = await page();
      expect(root.querySelector('.verdict__word')?.text, state).to.equal(word);
      expect(root.querySelector('.kit-notice')?.text, state).to.include(sentence);
      expect(root.querySelectorAll('textarea, a[download], a[href*=sign]'), state).to.have.length(0);
      const badge = requireVisible(root.querySelector('.kit-notice img'));
      expect(badge.getAttribute('alt'), state).to.match(/pas valable|n’est plus valable/);
      const drawn = await browser.get(badge.getAttribute('src') ?? '');
      expect(drawn.status).to.equal(200);
      const title = parse(drawn.body.toString()).querySelector('title')?.text;
      expect(title, state).to.equal(badge.getAttribute('alt'));
      expect((await browser.get(`/labels/${number}/door-sign-a4.pdf`)).status, state).to.equal(409);
      for (const href of hrefs(root, 'main .kit-doors a')) {
        expect((await browser.get(href)).status, href).to.equal(200);
      }
    }
  });

  it('links from a replaced label to its successor, whose badge is at the same address', async () => {
    const successor = 'MIE-26-00042-D';
    await web.publish({ ...entry, number: successor });
    await web.publish({ ...entry, state: 'superseded', successor });
    const root = await page();
    const next = `/fr/organisations/${holder.organisationId}/labels/${successor}`;
    expect(hrefs(root, '.kit-notice a')).to.deep.equal([next]);
    expect(root.querySelector('.kit-notice img')?.getAttribute('alt')).to.include(successor);
    expect(root.querySelectorAll('textarea')).to.have.length(0);
    expect((await browser.get(next)).status).to.equal(200);
    const label = await page(`/fr/labels/${holder.number}`);
    expect(label.querySelector('img.badge')?.getAttribute('alt')).to.include(
      `${holder.number}\u00a0: remplacé`,
    );
  });

  it('says that certificate and badges are being made, also on the page of the label', async () => {
    await web.publish({ ...entry, state: 'issuing' });
    const root = await page();
    expect(root.querySelector('.kit-notice')?.text).to.include('se préparent');
    expect(root.querySelectorAll('main img, textarea')).to.have.length(0);
    const label = await page(`/fr/labels/${holder.number}`);
    expect(label.querySelectorAll('img.badge, meta[property="og:image"]')).to.have.length(0);
  });

  it('is linked from the start page, the organisation, the application, and the letter', async () => {
    const paths = ['/my', `/organisations/${holder.organisationId}`, `/applications/${holder.applicationId}`];
    for (const path of paths) expect(hrefs(await page(`/fr${path}`), 'main a'), path).to.include(`/fr${at}`);
    const letter = requireVisible(web.letters.find(({ text }) => text.includes(at)));
    expect(letter.to).to.equal(holder.owner.email);
  });
});
