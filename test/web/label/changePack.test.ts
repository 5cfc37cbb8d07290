import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { languages, type PublishedScheme } from '../../../src/criteria/scheme.ts';
import { castOf, filledDraft } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { comingScheme } from '../../support/samples/comingScheme.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const path = '/fr/criteria-changes';

describe('the page of a version of the criteria that comes', () => {
  let web: TestWeb;
  let administrator: Person;
  let label: IssuedLabel;
  before(async () => {
    web = await testWeb('change-pack-page');
    administrator = await web.person('administrator', 'administrator');
    label = await issueLabel(web, await castOf(web), 'holder');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const announce = (status: 'draft' | 'published') =>
    (web.deps.schemes as Map<string, PublishedScheme>).set('1.2.0', comingScheme(status));

  it('is closed to everyone but administrators', async () => {
    expect((await (await web.browser()).get(path)).headers.location).to.equal('/fr/sign-in');
    const staff = await web.person('everything-else', 'officer', 'reviewer', 'committee', 'chair');
    for (const person of [staff, label.owner])
      expect((await (await web.browser(person)).get(path)).status).to.equal(403);
  });

  it('compares any two versions while none is announced', async () => {
    const browser = await web.browser(administrator);
    const page = await browser.get(`${path}?from=1.0.0&to=1.1.0`);
    expect(page.text).to.include('Aucune nouvelle version n’est annoncée');
    expect(parse(page.text).querySelectorAll('tbody tr').length).to.be.greaterThan(50);
    expect((await browser.get(`${path}?from=1.0.0&to=7.7.7`)).status).to.equal(404);
  });

  it('runs dry, names who would fail, and sends the letters once the version is published', async () => {
    announce('draft');
    const browser = await web.browser(administrator);
    const first = await browser.get(path);
    expect(first.text).to.include('Essayer la version 1.2.0');
    await browser.post(`${path}/dry-run`, {}, path);
    expect((await browser.get(path)).text).to.include('L’essai est en cours');
    await web.work();
    const tried = await browser.get(path);
    expect(tried.text).to.include(label.number).and.to.include('le seuil d’ensemble');
    expect(tried.text).to.include('les e-mails attendent le vote');
    announce('published');
    const revision =
      parse((await browser.get(path)).text)
        .querySelector('[name="revision"]')
        ?.getAttribute('value') ?? '';
    await browser.post(`${path}/release`, { revision }, path);
    await web.work();
    expect(web.letters.filter(({ kind }) => kind === 'criteriaForLabel')).to.have.length(1);
    for (const language of languages)
      expect((await browser.get(path.replace('fr', language))).status, language).to.equal(200);
  });

  it('shows applicants what will change, and counts nothing of it', async () => {
    announce('published');
    const { id, owner } = await filledDraft(web.deps, await web.person('applicant'));
    const browser = await web.browser(owner);
    const [first] = realScheme().scheme.criteria;
    const theme = `/fr/applications/${id}/themes/${first?.theme}`;
    const page = parse((await browser.get(theme)).text);
    const coming = page.querySelector('section[aria-labelledby="coming"]');
    expect(coming?.text).to.include('référentiel 1.2.0').and.to.include(`${first?.id}`);
    expect(coming?.querySelector('a')?.getAttribute('href')).to.equal(`/fr/criteria/1.2.0/${first?.id}`);
    const other = realScheme().scheme.themes.find(({ id: one }) => one !== first?.theme);
    const without = await browser.get(`/fr/applications/${id}/themes/${other?.id}`);
    expect(without.text).not.to.include('référentiel 1.2.0');
  });

  it('tries the version of the day, also once another one opens while the service runs', async () => {
    announce('published');
    const visitor = await web.browser();
    const versionTried = async () => {
      const { text } = await visitor.send('/fr/try', 'form', 'go=download');
      return JSON.parse(text).criteriaVersion;
    };
    expect(await versionTried()).to.equal('1.1.0');
    web.setClock('2027-07-01T08:00:00.000Z');
    expect(await versionTried()).to.equal('1.2.0');
  });
});
