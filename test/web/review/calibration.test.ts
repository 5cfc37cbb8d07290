import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { manyEvaluations, type Scoring } from '../../support/samples/manyEvaluations.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const even: Scoring = (file, criterion) => ((file + criterion) % 5) as 0 | 1 | 2 | 3 | 4;
const strict: Scoring = (file, criterion) => Math.max(0, ((file + criterion) % 5) - 1) as 0 | 1 | 2 | 3;

describe('agreement between reviewers', () => {
  let web: TestWeb;
  let first: Person;
  let second: Person;
  let newcomer: Person;
  let administrator: Person;
  let browserOf: (person: Person) => Promise<Browser>;
  before(async () => {
    web = await testWeb('calibration-pages');
    [first, second, newcomer, administrator] = [
      await web.person('first', 'reviewer'),
      await web.person('second', 'reviewer'),
      await web.person('newcomer', 'reviewer'),
      await web.person('administrator', 'administrator'),
    ];
    const browsers = new Map<string, Promise<Browser>>();
    browserOf = (person) => {
      const browser = browsers.get(person.id) ?? web.browser(person);
      browsers.set(person.id, browser);
      return browser;
    };
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  it('is hidden from everyone else: visitors, staff and other reviewers', async () => {
    const visitor = await web.browser();
    const paths = ['/fr/calibration', `/fr/calibration/${second.id}`];
    for (const path of [...paths, '/fr/review/calibration']) {
      expect((await visitor.get(path)).headers.location, path).to.equal('/fr/sign-in');
    }
    const officer = await web.person('officer', 'officer', 'committee', 'chair');
    for (const person of [first, officer]) {
      for (const path of paths)
        expect((await (await browserOf(person)).get(path)).status, path).to.equal(403);
    }
    for (const person of [officer, administrator]) {
      expect((await (await browserOf(person)).get('/fr/review/calibration')).status).to.equal(403);
    }
    expect((await (await browserOf(administrator)).get('/fr/calibration/none')).status).to.equal(404);
  });

  it('says when nothing is reviewed yet, and that few reviews prove little', async () => {
    const page = async () => (await (await browserOf(administrator)).get('/fr/calibration')).text;
    expect(await page()).to.include('Aucun dossier n’est encore évalué');
    const scoring = [even, strict] as const;
    await manyEvaluations(web.connection, { files: 3, people: [first.id, second.id], scoring });
    expect(await page()).to.include('3 dossiers\u00a0: trop peu pour conclure');
    await manyEvaluations(web.connection, { files: 7, people: [first.id, second.id], scoring, from: 3 });
    expect(await page()).not.to.include('trop peu pour conclure');
  });

  it('shows administrators each reviewer with a link to their page, in tables with headers, in every language', async () => {
    const browser = await browserOf(administrator);
    for (const language of languages) {
      const page = parse((await browser.get(`/${language}/calibration`)).text);
      expect(page.querySelector('html')?.getAttribute('lang')).to.equal(language);
      const [people, criteria] = page.querySelectorAll('table');
      expect(people?.querySelectorAll('thead th[scope=col]')).to.have.length(7);
      expect(
        people?.querySelectorAll('tbody th[scope=row] a').map((link) => link.getAttribute('href')),
      ).to.have.members([first, second].map(({ id }) => `/${language}/calibration/${id}`));
      expect(criteria?.querySelectorAll('tbody tr')).to.have.length(30);
    }
    const { text } = await browser.get(`/fr/calibration/${second.id}`);
    expect(text)
      .to.include('Spécimen second')
      .and.include('0,8 niveau au-dessous')
      .and.not.include('Spécimen first');
  });

  it('shows reviewers their own, linked from the queue, without names', async () => {
    const browser = await browserOf(second);
    const queue = await (await browserOf(newcomer)).get('/fr/review');
    expect(queue.text).to.include('href="/fr/review/calibration"');
    const { status, text } = await browser.get('/fr/review/calibration');
    expect(status).to.equal(200);
    expect(text).to.include('Vos notes et celles des autres').and.include('0,8 niveau au-dessous');
    expect(text).not.to.include('Spécimen first').and.not.to.include(first.id);
    const none = await (await browserOf(newcomer)).get('/fr/review/calibration');
    expect(none.text).to.include('Aucun dossier n’est encore évalué');
  });
});
