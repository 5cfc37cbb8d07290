// Tier: all. Budget: 18 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import { placeKey } from '../../../src/web/views/place.view.ts';
import { deliver } from '../../support/applicationSteps.ts';
import { specimen } from '../../support/samples/specimen.ts';
import type { Browser } from '../../support/web.ts';
import { formOf, sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of a reviewer', () => {
  let web: WebWithCast;
  let first: Person;
  before(async () => {
    web = await webWithCast('staff-review');
    [first] = web.cast.reviewers;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const everyoneElse = () => {
    const { owner, officer, moderator, committee, reviewers } = web.cast;
    return [owner, officer, moderator, committee[0], reviewers[1]];
  };
  const review = async (id: string) => requireVisible(await web.deps.store.review(id));
  /** Addresses of every criterion of a review, as its page lists them. */
  const placesOf = async (browser: Browser, page: string) => {
    const links = parse((await browser.get(page)).text).querySelectorAll('.jump a, .chips a');
    // Browsers keep for themselves where on a page they go to.
    return [...new Set(links.map((link) => link.getAttribute('href')?.split('#')[0] ?? ''))];
  };

  it('ask visitors to sign in, and refuse other roles', async () => {
    const visitor = await web.browser();
    for (const path of ['/fr/review', '/fr/review/x', '/fr/review/x/FIN-01', '/fr/review/moderate/x']) {
      const answer = await visitor.get(path);
      expect([answer.status, answer.headers.location], path).to.deep.equal([302, '/fr/sign-in']);
    }
    for (const person of [web.cast.owner, web.cast.officer, web.cast.committee[0]]) {
      const browser = await web.browserOf(person);
      expect((await browser.get('/fr/review')).status).to.equal(403);
      expect((await browser.get('/fr/review/moderate/x')).status).to.equal(403);
    }
  });

  it('do not exist for anyone but the reviewer of that review', async () => {
    const { reviewId } = await web.invitedFile();
    const { reviewIds } = await web.fileInEvaluation();
    const before = await web.storedState();
    for (const person of everyoneElse()) {
      const browser = await web.browserOf(person);
      const refused = person.roles.includes('reviewer') ? 404 : 403;
      for (const id of [reviewId, reviewIds[0], 'nothing']) {
        expect((await browser.get(`/fr/review/${id}`)).status, person.name).to.equal(refused);
        expect((await browser.get(`/fr/review/${id}/FIN-01`)).status, person.name).to.equal(refused);
        for (const verb of ['accept', 'decline', 'deliver', 'FIN-01']) {
          const fields = { revision: '1', noConflictDeclared: 'yes', reason: 'x', level: '4' };
          const answer = await browser.post(`/fr/review/${id}/${verb}`, fields, '/fr/sign-in');
          expect(answer.status, `${person.name} ${verb}`).to.equal(refused);
        }
      }
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('let an invitation be accepted with a declaration only, then wait for the file', async () => {
    const browser = await web.browserOf(first);
    const { reviewId } = await web.invitedFile();
    const page = `/fr/review/${reviewId}`;
    expect((await browser.get('/fr/review')).text)
      .to.include(page)
      .and.include('16 novembre 2026');
    const refused = await sendForm(browser, page, `${page}/accept`);
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('Confirmez d’abord que vous n’avez aucun lien');
    expect((await review(reviewId)).state).to.equal('invited');
    const accepted = await sendForm(browser, page, `${page}/accept`, { noConflictDeclared: 'yes' });
    expect([accepted.status, accepted.headers.location]).to.deep.equal([303, page]);
    const { text } = await browser.get(page);
    expect(text).to.include('Merci d’avoir accepté').and.not.include('FIN-01');
    expect((await browser.get(`${page}/FIN-01`)).status).to.equal(404);
  });

  it('let an invitation be declined with a reason, and show no more of it', async () => {
    const browser = await web.browserOf(first);
    const { id, reviewId } = await web.invitedFile();
    const page = `/fr/review/${reviewId}`;
    const refused = await sendForm(browser, page, `${page}/decline`, { reason: '   ' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('href="#reason"');
    const declined = await sendForm(browser, page, `${page}/decline`, { reason: 'Je n’ai pas le temps.' });
    expect([declined.status, declined.headers.location]).to.deep.equal([303, '/fr/review']);
    expect((await review(reviewId)).state).to.equal('declined');
    expect((await browser.get(page)).status).to.equal(404);
    expect((await browser.get('/fr/review')).text).not.to.include(reviewId);
    const file = await (await web.browserOf(web.cast.officer)).get(`/fr/files/${id}`);
    expect(file.text, 'the officer reads why').to.include('Je n’ai pas le temps.');
  });

  it('show criterion, claim, figure with formula, evidence, anchors and the fields', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const browser = await web.browserOf(reviewers[0]);
    const { text } = await browser.get(`/fr/review/${reviewIds[0]}/LUC-01`);
    for (const shown of [
      'Sur 3 ans, quelle part de vos bénéfices',
      'Comptes 2023 à 2025',
      'Bénéfice total des 3 dernières années',
      'Plus de la moitié (51 %)',
      ...['level', 'comment', 'finding', 'missing', 'note'].map((name) => `name="${name}"`),
    ]) {
      expect(text.replaceAll(/\s/g, ' ')).to.include(shown);
    }
    expect(text).to.match(/96.000.CHF/);
    for (const place of ['XYZ', 'FIN', 'FIN-99', 'OFR-01', '__proto__']) {
      expect((await browser.get(`/fr/review/${reviewIds[0]}/${place}`)).status, place).to.equal(404);
    }
    const offered = await Promise.all(
      ['FIN-01', 'FIN-02', 'FIN-03', 'FIN-04'].map(
        async (place) =>
          (await browser.get(`/fr/review/${reviewIds[0]}/${place}`)).text.match(/value="na"/g) ?? [],
      ),
    );
    expect(offered.flat(), 'of four criteria one may be set aside').to.have.length(1);
  });

  it('save input on one criterion, complete or not, and say what it lacks', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const [id] = reviewIds;
    const browser = await web.browserOf(reviewers[0]);
    const page = `/fr/review/${id}/FIN-01`;
    const note = 'Voir le bilan.';
    const kept = await sendForm(browser, page, page, { level: '2', finding: 'minor', note });
    expect([kept.status, kept.headers.location]).to.deep.equal([303, `${page}?saved=FIN-01#lacks`]);
    const half = { offerId: '', criterion: 'FIN-01', level: 2, comment: '', note };
    expect((await review(id)).scores).to.deep.equal([{ ...half, finding: { grade: 'minor', text: '' } }]);
    const { text } = await browser.get(`${page}?saved=FIN-01`);
    expect(text).to.include('FIN-01 est enregistré.');
    for (const [field, said] of [
      ['comment', 'Dites-lui pourquoi.'],
      ['missing', 'Dites ce qui manque'],
    ])
      expect(text).to.match(new RegExp(`<a href="#${field}">[^<]*${said}`));
    expect(text)
      .to.match(/value="despite">Continuer quand même/)
      .and.not.include('value="next"');
    const gone = await sendForm(browser, page, page, { go: 'despite' });
    expect(gone.headers.location, 'it does not stop anybody').to.equal(
      `/fr/review/${id}/FIN-02?saved=FIN-01#at`,
    );
    expect(text).to.include('1 sur 40 critères notés').and.include('une note privée');
    expect(formOf(text, page)).to.include({ level: '2', finding: 'minor', missing: '', note });
    const desk = await browser.get(`/fr/review/${id}`);
    expect(desk.text).to.include('Un critère où votre niveau diffère sans commentaire');
    expect(desk.text).to.include('Une non-conformité qui ne dit pas ce qui manque');

    const comment = 'Le suivi annuel manque. <b>Voir</b> {{ 7 * 7 }}';
    await sendForm(browser, page, page, { comment, missing: 'Le suivi.', go: 'stay' });
    expect((await review(id)).scores).to.deep.equal([
      { ...half, comment, finding: { grade: 'minor', text: 'Le suivi.' } },
    ]);
    const whole = (await browser.get(page)).text;
    expect(whole).to.include('&lt;b&gt;Voir&lt;/b&gt; {{ 7 * 7 }}').and.not.include('<b>Voir');
    expect(whole).to.not.include('note--missing');
  });

  it('store no score without input', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const page = `/fr/review/${reviewIds[0]}/FIN-01`;
    expect((await sendForm(await web.browserOf(reviewers[0]), page, page)).status).to.equal(303);
    expect((await review(reviewIds[0])).scores).to.deep.equal([]);
  });

  it('report a concurrent edit to a second window, with its input', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const browser = await web.browserOf(reviewers[0]);
    const page = `/fr/review/${reviewIds[0]}/FIN-01`;
    const content = formOf((await browser.get(page)).text, page);
    await sendForm(browser, page, page, { level: '3', comment: 'De la première' });
    const late = { ...content, level: '1', comment: 'De la seconde' };
    const answer = await browser.send(page, 'form', new URLSearchParams(late).toString());
    expect(answer.status).to.equal(409);
    expect(formOf(answer.text, page)).to.include({ level: '1', comment: 'De la seconde' });
    expect((await review(reviewIds[0])).scores[0]?.comment).to.equal('De la première');
    const again = await browser.send(page, 'form', new URLSearchParams(formOf(answer.text, page)).toString());
    expect(again.status, 'sent once more, it is meant').to.equal(303);
  });

  it('return the script the new version token, affected parts, and faults by field', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const browser = await web.browserOf(reviewers[0]);
    const page = `/fr/review/${reviewIds[0]}/FIN-01`;
    const { csrf = '', versionToken = '' } = formOf((await browser.get(page)).text, page);
    const send = (fields: Record<string, string>) =>
      browser
        .send(page, 'form', new URLSearchParams({ csrf, go: 'stay', ...fields }).toString())
        .set('Accept', 'application/json');
    const first = await send({ level: '2', versionToken });
    expect([first.status, first.body.saved]).to.deep.equal([200, true]);
    expect(first.body.versionTokens.versionToken).to.not.equal(versionToken);
    expect(first.body.html).to.include('data-live="jump"').and.include('Dites-lui pourquoi.');
    const late = await send({ comment: 'Trop tard', versionToken });
    expect([late.status, late.body.code, late.body.now.values.level]).to.deep.equal([409, 'stale', '2']);
    const wrong = await send({
      comment: 'x'.repeat(2001),
      versionToken: first.body.versionTokens.versionToken,
    });
    expect([wrong.status, Object.keys(wrong.body.faults)]).to.deep.equal([422, ['comment']]);
    await deliver(web.deps, reviewers[0], reviewIds[0]);
    const locked = await send({ comment: 'Encore', versionToken: first.body.versionTokens.versionToken });
    expect([locked.status, locked.body.code]).to.deep.equal([409, 'refused']);
    expect(locked.body.text).to.include('Cette évaluation est rendue');
  });

  it('confirm or refuse what the applicant declares not applicable', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const browser = await web.browserOf(reviewers[0]);
    const desk = await viewReview(web.deps, reviewers[0], reviewIds[0]);
    const aside = requireVisible(desk.places.find(({ claim }) => claim.level === 'na'));
    const page = `/fr/review/${reviewIds[0]}/${placeKey(aside)}`;
    expect((await browser.get(page)).text)
      .to.include('Sans objet, je confirme')
      .and.include('refusez en donnant un niveau');
    await sendForm(browser, page, page, { level: 'na' });
    expect((await review(reviewIds[0])).scores[0]?.level).to.equal('na');
    expect((await browser.get(page)).text).to.not.include('note--missing');
    await sendForm(browser, page, page, { level: '1' });
    expect((await browser.get(page)).text).to.include('Dites-lui pourquoi.');
  });

  it('refuse a score off the scale, unknown fields and long input, and write nothing', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const [id] = reviewIds;
    const browser = await web.browserOf(reviewers[0]);
    const page = `/fr/review/${id}/FIN-01`;
    const content = formOf((await browser.get(page)).text, page);
    const before = await web.storedState();
    const wrong: Record<string, string>[] = [
      { level: '5' },
      { level: 'na', comment: 'x' },
      { level: '-1' },
      { level: '3', comment: 'x'.repeat(2001) },
      { level: '3', note: 'x'.repeat(2001) },
      { level: '3', comment: 'a\u202eb' },
      { level: '3', finding: 'huge' },
      { 'FIN-01.level': '3' },
      { level: '3', state: 'delivered' },
      { level: '3', go: 'away' },
      { level: '3', versionToken: 'x'.repeat(21) },
    ];
    for (const fields of wrong) {
      const body = new URLSearchParams({ ...content, ...fields }).toString();
      expect((await browser.send(page, 'form', body)).status, JSON.stringify(fields)).to.equal(422);
    }
    const setAside = new URLSearchParams({ ...content, level: 'na', comment: 'x' });
    const { text } = await browser.send(page, 'form', setAside.toString());
    expect(text, 'said at its field').to.include('href="#level"');
    const objects = [
      { level: { $gt: '' } },
      { level: ['3'] },
      { comment: { $ne: null } },
      { versionToken: { $gt: 0 } },
    ];
    for (const fields of objects) {
      const body = JSON.stringify({ ...content, ...fields });
      expect((await browser.send(page, 'json', body)).status, body).to.equal(422);
    }
    const nul = `${new URLSearchParams(content)}&level=3&comment=a%00b`;
    expect((await browser.send(page, 'form', nul)).status).to.equal(400);
    const forged = new URLSearchParams({ ...content, csrf: 'x', level: '3' }).toString();
    expect((await browser.send(page, 'form', forged)).status).to.equal(403);
    expect(await web.storedState()).to.equal(before);
  });

  it('hide the other review before one’s own delivery, and show both after both', async () => {
    const { id, reviewIds, reviewers } = await web.fileInEvaluation();
    const secret = 'Remarque que seul l’autre connaît.';
    const own = await web.browserOf(reviewers[0]);
    const page = `/fr/review/${reviewIds[0]}`;
    const pages = ['/fr/review', page, ...(await placesOf(own, page)).slice(0, 8)];
    const read = async (browser: Browser, paths: readonly string[]) =>
      Promise.all(
        paths.map(async (path) =>
          (await browser.get(path)).text.replaceAll(/(?:value="[\w-]{48}"|nonce="[^"]*")/g, ''),
        ),
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
    const locked = await own.get(`/fr/review/${reviewIds[0]}/FIN-01`);
    expect(locked.text).to.include('plus rien n’y change').and.include('disabled');
    const forced = await own.post(`/fr/review/${reviewIds[0]}/FIN-01`, { level: '0' });
    expect(forced.status).to.equal(409);
    expect(forced.text).to.include('Cette évaluation est rendue');
    expect((await web.deps.store.application(id))?.state).to.equal('moderation');
  });

  it('hide a delivered review from the reviewer who still scores, and vice versa', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    await deliver(web.deps, reviewers[0], reviewIds[0], specimen.reviews[0]);
    const delivered = await (await web.browserOf(reviewers[0])).get(`/fr/review/${reviewIds[0]}`);
    expect(delivered.text).to.include('Vous verrez les notes de l’autre personne');
    const other = await web.browserOf(reviewers[1]);
    const page = `/fr/review/${reviewIds[1]}`;
    for (const path of [page, ...(await placesOf(other, page)).filter((one) => one.includes('GOU'))]) {
      expect((await other.get(path)).text).not.to.include('Voix consultative');
    }
  });

  it('deliver once every criterion is scored, with forms only', async () => {
    const { reviewIds, reviewers } = await web.fileInEvaluation();
    const [id] = reviewIds;
    const browser = await web.browserOf(reviewers[0]);
    const page = `/fr/review/${id}`;
    const early = await sendForm(browser, page, `${page}/deliver`);
    expect(early.status).to.equal(409);
    expect(early.text).to.include('Il reste des critères sans note.');
    for (const path of await placesOf(browser, page)) {
      const fields = { level: '2', comment: 'Niveau 2 : les pièces ne montrent pas plus.' };
      expect((await sendForm(browser, path, path, fields)).status, path).to.equal(303);
    }
    const late = await browser.send(`${page}/deliver`, 'form', 'revision=1&csrf=x');
    expect(late.status).to.equal(403);
    const stale = await sendForm(browser, page, `${page}/deliver`, { revision: '77' });
    expect(stale.status).to.equal(409);
    const again = formOf(stale.text, `${page}/deliver`);
    expect(again.revision, 'shown again with the revision of now').to.equal(
      String((await review(id)).revision),
    );
    const delivered = await sendForm(browser, page, `${page}/deliver`);
    expect([delivered.status, delivered.headers.location]).to.deep.equal([303, page]);
    expect((await review(id)).state).to.equal('delivered');
    const twice = await browser.post(`${page}/deliver`, { revision: '2' }, '/fr/sign-in');
    expect(twice.status).to.equal(409);
  });
});
