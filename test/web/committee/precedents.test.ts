import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { advanceToLabel, currentApplication } from '../../support/applicationSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the page of earlier decisions', () => {
  let web: WebWithCast;
  let id: string;
  before(async () => {
    web = await webWithCast('precedents-page');
    const { deps, cast } = web;
    id = await web.evaluatedFile();
    const [owner] = await deps.store.peopleOf((await currentApplication(deps, id)).context.organisationId);
    await advanceToLabel(deps, cast, id, requireVisible(owner));
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  it('is closed to visitors, applicants and administrators', async () => {
    expect((await (await web.browser()).get('/fr/precedents')).headers.location).to.equal('/fr/sign-in');
    for (const person of [web.cast.owner, await web.person('administrator', 'administrator')]) {
      expect((await (await web.browserOf(person)).get('/fr/precedents')).status).to.equal(403);
    }
  });

  it('is open to reviewers, officers and the committee, in every language, and names nothing of the file', async () => {
    const { officer, reviewers, committee } = web.cast;
    const name = requireVisible((await web.deps.store.snapshot(id, 1))?.content.organisation.name);
    for (const person of [officer, reviewers[0], committee[1]]) {
      for (const language of languages) {
        const { status, text } = await (await web.browserOf(person)).get(`/${language}/precedents`);
        expect(status, person.name).to.equal(200);
        const article = requireVisible(parse(text).querySelector('article'));
        expect(article.textContent).to.include('Les critères sont remplis.');
        expect(text).not.to.include(name).and.not.to.include(id);
      }
    }
  });

  it('searches by its URL, keeps input, and ignores nonsense', async () => {
    const browser = await web.browserOf(web.cast.officer);
    const articles = async (query: string) => {
      const { status, text } = await browser.get(`/fr/precedents?${query}`);
      expect(status, query).to.equal(200);
      return { count: parse(text).querySelectorAll('article').length, text };
    };
    expect((await articles('outcome=refused')).count).to.equal(0);
    expect((await articles('outcome=refused')).text).to.include('Aucune décision annoncée ne correspond');
    expect((await articles('criterion=FIN-01')).count).to.equal(0);
    expect((await articles('q=CRITERES+remplis')).count).to.equal(1);
    const typed = parse((await articles('criterion=FIN-01&q=%22%3E%3Cscript%3E')).text);
    expect(typed.querySelector('input[name=q]')?.getAttribute('value')).to.equal('"><script>');
    expect(typed.querySelector('select[name=criterion] option[selected]')?.getAttribute('value')).to.equal(
      'FIN-01',
    );
    for (const nonsense of [
      'criterion=%24ne',
      'criterion[$ne]=1',
      'criterion=FIN-01&criterion=FIN-02',
      'outcome=perhaps',
      'after=%2e%2e',
      `q=${'x'.repeat(5000)}`,
    ]) {
      expect((await articles(nonsense)).count, nonsense).to.be.at.most(1);
    }
  });

  it('is linked from each criterion that the committee deliberates on', async () => {
    const file = await web.fileInDeliberation();
    const { text } = await (await web.browserOf(web.cast.committee[0])).get(`/fr/committee/${file}`);
    expect(text).to.include('href="/fr/precedents?criterion=FIN-01"');
  });
});
