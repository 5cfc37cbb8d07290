import { expect } from 'chai';
import { viewReview } from '../../src/commands/evaluation/viewReview.ts';
import { found } from '../../src/commands/found.ts';
import type { Person } from '../../src/commands/items.ts';
import { specimen } from '../support/specimen.ts';
import { fill, formOf, type StaffWeb, staffWeb } from '../support/staffWeb.ts';
import { deliver } from '../support/straightWay.ts';
import type { Browser } from '../support/web.ts';

describe('the pages of a reviewer', () => {
  let web: StaffWeb;
  let first: Person;
  before(async () => {
    web = await staffWeb('staff-review');
    [first] = web.cast.reviewers;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const everyoneElse = () => {
    const { owner, officer, moderator, committee, reviewers } = web.cast;
    return [owner, officer, moderator, committee[0], reviewers[1]];
  };
  const review = async (id: string) => found(await web.deps.store.review(id));
  const themes = ['FIN', 'LUC', 'GOU', 'TRA', 'TRV', 'ENV', 'COO', 'OFR'];

  it('send a visitor to sign in, and refuse whoever has not the role', async () => {
    const visitor = await web.browser();
    for (const path of ['/fr/review', '/fr/review/x', '/fr/review/x/FIN', '/fr/review/moderate/x']) {
      const answer = await visitor.get(path);
      expect([answer.status, answer.headers.location], path).to.deep.equal([302, '/fr/sign-in']);
    }
    for (const person of [web.cast.owner, web.cast.officer, web.cast.committee[0]]) {
      const browser = await web.as(person);
      expect((await browser.get('/fr/review')).status).to.equal(403);
      expect((await browser.get('/fr/review/moderate/x')).status).to.equal(403);
    }
  });

  it('do not exist for anyone but the reviewer of that review', async () => {
    const { reviewId } = await web.invitation();
    const { reviewIds } = await web.evaluation();
    const before = await web.stored();
    for (const person of everyoneElse()) {
      const browser = await web.as(person);
      const refused = person.roles.includes('reviewer') ? 404 : 403;
      for (const id of [reviewId, reviewIds[0], 'nothing']) {
        expect((await browser.get(`/fr/review/${id}`)).status, person.name).to.equal(refused);
        expect((await browser.get(`/fr/review/${id}/FIN`)).status, person.name).to.equal(refused);
        for (const verb of ['accept', 'decline', 'deliver', 'FIN']) {
          const fields = { revision: '1', noConflictDeclared: 'yes', reason: 'x', 'FIN-01.level': '4' };
          const answer = await browser.post(`/fr/review/${id}/${verb}`, fields, '/fr/sign-in');
          expect(answer.status, `${person.name} ${verb}`).to.equal(refused);
        }
      }
    }
    expect(await web.stored()).to.equal(before);
  });

  it('let an invitation be accepted only with a declaration, then wait for the file', async () => {
    const browser = await web.as(first);
    const { reviewId } = await web.invitation();
    const page = `/fr/review/${reviewId}`;
    expect((await browser.get('/fr/review')).text)
      .to.include(page)
      .and.include('16 novembre 2026');
    const refused = await fill(browser, page, `${page}/accept`);
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('Confirmez d’abord que vous n’avez aucun lien');
    expect((await review(reviewId)).state).to.equal('invited');
    const accepted = await fill(browser, page, `${page}/accept`, { noConflictDeclared: 'yes' });
    expect([accepted.status, accepted.headers.location]).to.deep.equal([303, page]);
    const { text } = await browser.get(page);
    expect(text).to.include('Merci d’avoir accepté').and.not.include('FIN-01');
    expect((await browser.get(`${page}/FIN`)).status).to.equal(404);
  });

  it('let an invitation be declined with a reason, and show nothing of it any more', async () => {
    const browser = await web.as(first);
    const { id, reviewId } = await web.invitation();
    const page = `/fr/review/${reviewId}`;
    const refused = await fill(browser, page, `${page}/decline`, { reason: '   ' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('href="#reason"');
    const declined = await fill(browser, page, `${page}/decline`, { reason: 'Je n’ai pas le temps.' });
    expect([declined.status, declined.headers.location]).to.deep.equal([303, '/fr/review']);
    expect((await review(reviewId)).state).to.equal('declined');
    expect((await browser.get(page)).status).to.equal(404);
    expect((await browser.get('/fr/review')).text).not.to.include(reviewId);
    const file = await (await web.as(web.cast.officer)).get(`/fr/files/${id}`);
    expect(file.text, 'the officer reads why').to.include('Je n’ai pas le temps.');
  });

  it('show criterion, claim, figure with its formula, evidence, anchors and the fields', async () => {
    const { reviewIds, reviewers } = await web.evaluation();
    const browser = await web.as(reviewers[0]);
    const { text } = await browser.get(`/fr/review/${reviewIds[0]}/LUC`);
    for (const shown of [
      'Sur 3 ans, quelle part de vos bénéfices',
      'Comptes 2023 à 2025',
      'Bénéfice total des 3 dernières années',
      'Plus de la moitié (51 %)',
      'name="LUC-01.level"',
      'name="LUC-01.comment"',
    ]) {
      expect(text.replaceAll(/\s/g, ' ')).to.include(shown);
    }
    expect(text).to.match(/96.000.CHF/);
    expect((await browser.get(`/fr/review/${reviewIds[0]}/XYZ`)).status).to.equal(404);
    const { text: useful } = await browser.get(`/fr/review/${reviewIds[0]}/FIN`);
    expect(useful.match(/value="na"/g), 'of four criteria one may be set aside').to.have.length(1);
  });

  it('keep the scores of a theme, and ask for a comment where they differ from the claim', async () => {
    const { reviewIds, reviewers } = await web.evaluation();
    const [id] = reviewIds;
    const browser = await web.as(reviewers[0]);
    const page = `/fr/review/${id}/FIN`;
    const refused = await fill(browser, page, page, {
      'FIN-01.level': '2',
      'FIN-02.level': '3',
      'FIN-03.comment': 'Je n’ai pas encore noté.',
    });
    expect(refused.status).to.equal(422);
    for (const href of ['href="#FIN-01.comment"', 'href="#FIN-03.level"'])
      expect(refused.text).to.include(href);
    expect(formOf(refused.text, page)).to.include({
      'FIN-01.level': '2',
      'FIN-02.level': '3',
      'FIN-03.comment': 'Je n’ai pas encore noté.',
    });
    expect((await review(id)).scores, 'none of a refused form').to.deep.equal([]);
    const comment = 'Le suivi annuel manque. <b>Voir</b> {{ 7 * 7 }}';
    const kept = await fill(browser, page, page, { 'FIN-01.level': '2', 'FIN-01.comment': comment });
    expect([kept.status, kept.headers.location]).to.deep.equal([303, `/fr/review/${id}/LUC?saved=FIN`]);
    expect((await review(id)).scores).to.deep.equal([
      { offerId: '', criterion: 'FIN-01', level: 2, comment, note: '', finding: null },
    ]);
    const { text } = await browser.get(page);
    expect(text).to.include('&lt;b&gt;Voir&lt;/b&gt; {{ 7 * 7 }}').and.not.include('<b>Voir');
    expect(text).to.include('1 sur 40 critères notés');
  });

  it('take no score that is not on the scale, no unknown field and nothing too long, and write nothing', async () => {
    const { reviewIds, reviewers } = await web.evaluation();
    const [id] = reviewIds;
    const browser = await web.as(reviewers[0]);
    const page = `/fr/review/${id}/FIN`;
    const content = formOf((await browser.get(page)).text, page);
    const before = await web.stored();
    const wrong: Record<string, string>[] = [
      { 'FIN-01.level': '5' },
      { 'FIN-01.level': 'na', 'FIN-01.comment': 'x' },
      { 'FIN-01.level': '-1' },
      { 'FIN-01.level': '3', 'FIN-01.comment': 'x'.repeat(2001) },
      { 'FIN-01.level': '3', 'FIN-01.comment': 'a\u202eb' },
      { 'LUC-01.level': '3' },
      { 'FIN-01.level': '3', state: 'delivered' },
      { 'FIN-01.level': '3', revision: 'x' },
      { 'FIN-01.level': '3', revision: '' },
    ];
    for (const fields of wrong) {
      const body = new URLSearchParams({ ...content, ...fields }).toString();
      expect((await browser.send(page, 'form', body)).status, JSON.stringify(fields)).to.equal(422);
    }
    const setAside = new URLSearchParams({ ...content, 'FIN-01.level': 'na', 'FIN-01.comment': 'x' });
    const { text } = await browser.send(page, 'form', setAside.toString());
    expect(text, 'said at its field').to.include('href="#FIN-01.level"');
    const objects = [
      { 'FIN-01.level': { $gt: '' } },
      { 'FIN-01.level': ['3'] },
      { 'FIN-01.level': '3', 'FIN-01.comment': { $ne: null } },
      { revision: { $gt: 0 } },
    ];
    for (const fields of objects) {
      const body = JSON.stringify({ ...content, ...fields });
      expect((await browser.send(page, 'json', body)).status, body).to.equal(422);
    }
    const nul = `${new URLSearchParams(content)}&FIN-01.level=3&FIN-01.comment=a%00b`;
    expect((await browser.send(page, 'form', nul)).status).to.equal(400);
    const stale = new URLSearchParams({ ...content, revision: '99', 'FIN-01.level': '3' }).toString();
    expect((await browser.send(page, 'form', stale)).status).to.equal(409);
    const forged = new URLSearchParams({ ...content, csrf: 'x', 'FIN-01.level': '3' }).toString();
    expect((await browser.send(page, 'form', forged)).status).to.equal(403);
    expect(await web.stored()).to.equal(before);
  });

  it('show nothing of the other review before the own delivery, and both after both', async () => {
    const { id, reviewIds, reviewers } = await web.evaluation();
    const secret = 'Remarque que seul l’autre connaît.';
    const own = await web.as(reviewers[0]);
    const pages = [
      '/fr/review',
      `/fr/review/${reviewIds[0]}`,
      ...themes.map((theme) => `/fr/review/${reviewIds[0]}/${theme}`),
    ];
    const read = async (browser: Browser, paths: readonly string[]) =>
      Promise.all(
        paths.map(async (path) => (await browser.get(path)).text.replaceAll(/value="[\w-]{48}"/g, '')),
      );
    const before = await read(own, pages);
    await deliver(web.deps, reviewers[1], reviewIds[1], { 'FIN-01': { level: 1, comment: secret } });
    expect(await read(own, pages), 'not one sign more, that it is delivered included').to.deep.equal(before);
    expect(before.join('')).not.to.include(reviewers[1].name);
    const desk = await viewReview(web.deps, reviewers[0], reviewIds[0]);
    expect(
      desk.places.filter(({ other }) => other !== null),
      'nor what pages are made from',
    ).to.deep.equal([]);

    await deliver(web.deps, reviewers[0], reviewIds[0], specimen.reviews[0]);
    const [text = ''] = await read(own, [`/fr/review/${reviewIds[0]}`]);
    expect(text).to.include(secret).and.include('Voix consultative');
    expect((await own.get(`/fr/review/${reviewIds[0]}/FIN`)).status, 'locked').to.equal(404);
    expect((await web.deps.store.application(id))?.state).to.equal('moderation');
  });

  it('keep a delivered review from the one who still scores, and the other way round', async () => {
    const { reviewIds, reviewers } = await web.evaluation();
    await deliver(web.deps, reviewers[0], reviewIds[0], specimen.reviews[0]);
    const delivered = await (await web.as(reviewers[0])).get(`/fr/review/${reviewIds[0]}`);
    expect(delivered.text).to.include('Vous verrez les notes de l’autre personne');
    const other = await web.as(reviewers[1]);
    for (const path of ['', ...themes.map((theme) => `/${theme}`)]) {
      expect((await other.get(`/fr/review/${reviewIds[1]}${path}`)).text).not.to.include('Voix consultative');
    }
  });

  it('deliver once every criterion is scored, over the forms alone', async () => {
    const { reviewIds, reviewers } = await web.evaluation();
    const [id] = reviewIds;
    const browser = await web.as(reviewers[0]);
    const page = `/fr/review/${id}`;
    const early = await fill(browser, page, `${page}/deliver`);
    expect(early.status).to.equal(409);
    expect(early.text).to.include('Il reste des critères sans note.');
    for (const theme of themes) {
      const path = `${page}/${theme}`;
      const { text } = await browser.get(path);
      const places = [...text.matchAll(/name="([^"]+)\.comment"/g)].map(([, key = '']) => key);
      const fields = places.flatMap((key) => [
        [`${key}.level`, '2'],
        [`${key}.comment`, 'Niveau 2 : les pièces ne montrent pas plus.'],
      ]);
      expect((await fill(browser, path, path, Object.fromEntries(fields))).status, theme).to.equal(303);
    }
    const late = await browser.send(`${page}/deliver`, 'form', 'revision=1&csrf=x');
    expect(late.status).to.equal(403);
    const stale = await fill(browser, page, `${page}/deliver`, { revision: '77' });
    expect(stale.status).to.equal(409);
    const again = formOf(stale.text, `${page}/deliver`);
    expect(again.revision, 'shown again with the revision of now').to.equal(
      String((await review(id)).revision),
    );
    const delivered = await fill(browser, page, `${page}/deliver`);
    expect([delivered.status, delivered.headers.location]).to.deep.equal([303, page]);
    expect((await review(id)).state).to.equal('delivered');
    const twice = await browser.post(`${page}/deliver`, { revision: '2' }, '/fr/sign-in');
    expect(twice.status).to.equal(409);
  });
});
