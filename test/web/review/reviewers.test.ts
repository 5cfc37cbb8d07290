// Tier: all. Budget: 9 s.
import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Browser } from '../../support/web.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages that admit reviewers and give them files', () => {
  let web: WebWithCast;
  let admin: Person;
  let reviewer: Person;
  let own: Browser;
  before(async () => {
    web = await webWithCast('reviewer-pages');
    admin = await web.person('admin', 'administrator');
    reviewer = web.cast.reviewers[1];
    own = await web.browserOf(reviewer);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const profile = async () => requireVisible(await web.deps.store.reviewer(reviewer.id));

  it('let an administrator see the admission, renew and suspend it', async () => {
    const page = `/fr/people/${reviewer.id}`;
    const browser = await web.browserOf(admin);
    expect((await browser.get(page)).text)
      .to.include('Personne indépendante · admission valable jusqu’au 2 novembre 2027')
      .and.include(`${page}/admit`);
    const refused = await sendForm(browser, page, `${page}/admit`, { seat: 'peer', sector: '' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('href="#sector"');
    expect((await sendForm(browser, page, `${page}/admit`, { seat: 'dice' })).status).to.equal(422);
    expect((await sendForm(browser, page, `${page}/suspend`)).status).to.equal(303);
    expect((await browser.get(page)).text).to.include('suspension depuis le 2 novembre 2026');
    expect((await sendForm(browser, page, `${page}/admit`, { seat: 'user', sector: '' })).status).to.equal(
      303,
    );
    expect(await profile()).to.include({ seat: 'user', suspendedOn: null });
    expect((await own.post(`${page}/admit`, { revision: '1', seat: 'user' }, '/fr/review')).status).to.equal(
      403,
    );
  });

  it('let a reviewer enter expertise and absences, and lose no input', async () => {
    const page = '/fr/review/profile';
    expect((await own.get(page)).text).to.include('Vous pouvez être invité·e');
    const refused = await sendForm(own, page, page, { capacity: '9', awayFrom: '2.2.2027' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('5 au plus').and.include('value="9"').and.include('value="2.2.2027"');
    const away = { capacity: '2', awayFrom: '2.11.2026', awayUntil: '9.11.2026', 'sector-food': 'yes' };
    expect((await sendForm(own, page, page, away)).headers.location).to.equal(`${page}?saved=1`);
    expect(await profile()).to.deep.include({ sectors: ['food'], capacity: 2, awayUntil: '2026-11-09' });
    expect((await own.get(page)).text).to.include('absence jusqu’au 9 novembre 2026');
    const stale = await sendForm(own, page, page, { revision: '1' });
    expect(stale.status).to.equal(409);
    expect((await sendForm(own, page, page, { awayFrom: '', awayUntil: '' })).status).to.equal(303);
    expect((await (await web.browserOf(web.cast.officer)).get(page)).status).to.equal(403);
  });

  it('rank people with reasons, name what bars, and find a person by name', async () => {
    const id = await web.fileInAssignment();
    const page = `/fr/files/${id}`;
    const officer = await web.browserOf(web.cast.officer);
    const { text } = await officer.get(page);
    expect(text).to.include('Qui peut évaluer').and.include('connaît le domaine');
    expect(text.indexOf(reviewer.name), 'who knows the field comes first').to.be.below(
      text.indexOf(web.cast.reviewers[0].name),
    );
    const asked = await officer.get(`${page}?q=REVIEWER-1`);
    expect(asked.text).to.include('Spécimen reviewer-1').and.not.include('Spécimen reviewer-2');
    expect((await officer.get(`${page}?q=%24ne&q=x`)).status).to.equal(200);
    expect((await sendForm(officer, page, `${page}/invite`, { person: reviewer.id })).status).to.equal(303);
    expect((await officer.get(page)).text).to.include('déjà invité·e');
  });

  it('accept a refusal with one click, and tell the officer why', async () => {
    const { id, reviewId } = await web.invitedFile();
    const page = `/fr/review/${reviewId}`;
    const first = await web.browserOf(web.cast.reviewers[0]);
    expect((await first.get(page)).text)
      .to.include('value="noTime"')
      .and.include('value="notMyField"');
    expect((await sendForm(first, page, `${page}/decline`, { why: 'bored' })).status).to.equal(422);
    expect((await sendForm(first, page, `${page}/decline`, { why: 'noTime' })).status).to.equal(303);
    const file = await (await web.browserOf(web.cast.officer)).get(`/fr/files/${id}`);
    expect(file.text).to.include('pas le temps').and.not.include('noTime');
  });

  it('propose all files at once and send nothing before confirmation', async () => {
    for (const more of ['a', 'b', 'c', 'd']) await web.person(`more-${more}`, 'reviewer');
    const ids = [await web.fileInAssignment(), await web.fileInAssignment()];
    const officer = await web.browserOf(web.cast.officer);
    const page = '/fr/lists/assign';
    expect((await officer.get('/fr/lists/files')).text).to.include(page);
    const { text } = await officer.get(page);
    for (const id of ids) expect(text).to.include(id);
    const refused = await sendForm(officer, page, page, { digest: '0'.repeat(64) });
    expect(refused.status).to.equal(409);
    expect((await sendForm(officer, page, page, { digest: 'x' })).status).to.equal(422);
    for (const id of ids) expect(await web.deps.store.reviewsOf(id)).to.deep.equal([]);
    const sent = await sendForm(officer, page, page);
    expect(sent.status).to.equal(303);
    expect((await officer.get(requireVisible(sent.headers.location))).text).to.match(
      /invitations? (est|sont) parties?/,
    );
    const reviews = await Promise.all(ids.map((id) => web.deps.store.reviewsOf(id)));
    expect(reviews.map((all) => all.length)).to.deep.equal([2, 2]);
    expect((await own.get(page)).status).to.equal(403);
  });
});
