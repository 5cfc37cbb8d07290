// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { currentApplication, deliver } from '../../support/applicationSteps.ts';
import { giveRoles } from '../../support/roles.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the register of conflicts', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('ties');
  });
  after(() => web.stop());

  const organisationOf = async (id: string) =>
    (await currentApplication(web.deps, id)).context.organisationId;

  /** Every private page that could tell of a file, read by one person; what they say of it. */
  const mentions = async (person: Parameters<WebWithCast['browserOf']>[0], id: string, reviewId: string) => {
    const browser = await web.browserOf(person);
    const pages = [
      '/fr/lists/files',
      `/fr/files/${id}`,
      `/fr/files/${id}/ties`,
      '/fr/committee',
      `/fr/committee/${id}`,
      '/fr/review',
      `/fr/review/${reviewId}`,
      `/fr/review/moderate/${id}`,
    ];
    const answers = await Promise.all(pages.map((page) => browser.get(page)));
    return answers.flatMap(({ status, text }, i) => (status === 200 && text.includes(id) ? [pages[i]] : []));
  };

  it('hides a file on every page from people who declare a tie, at once, and from assignment to them', async () => {
    const { id, reviewId } = await web.invitedFile();
    const reviewer = web.cast.reviewers[0];
    const browser = await web.browserOf(reviewer);
    expect(await mentions(reviewer, id, reviewId)).to.deep.equal(['/fr/review', `/fr/review/${reviewId}`]);
    const answer = await sendForm(browser, `/fr/review/${reviewId}`, `/fr/review/${reviewId}/tie`, {
      kind: 'kin',
      since: '2026-01-15',
    });
    expect(answer.status).to.equal(303);
    expect(await mentions(reviewer, id, reviewId)).to.deep.equal([]);
    expect((await browser.get('/fr/ties')).text)
      .to.include('Boulangerie Spécimen')
      .and.include('Oblige à se récuser');
    await web.work();
    expect(requireVisible(await web.deps.store.review(reviewId)).state).to.equal('voided');
    const again = await inviteReviewer(web.deps, web.cast.officer, {
      applicationId: id,
      personId: reviewer.id,
    }).catch(String);
    expect(again).to.equal('LabelError: refused noConflict');
  });

  it('bars an officer and a committee member from what they could read before', async () => {
    const id = await web.fileInDeliberation();
    const organisation = await organisationOf(id);
    for (const [person, page] of [
      [await web.person('tied-officer', 'officer'), `/fr/files/${id}`],
      [await web.person('tied-member', 'committee'), `/fr/committee/${id}`],
    ] as const) {
      const before = await mentions(person, id, 'none');
      expect(before).to.include(page);
      const browser = await web.browserOf(person);
      const tie = { organisation, kind: 'client', share: '5,5', since: '2026-01-15' };
      expect((await sendForm(browser, '/fr/ties', '/fr/ties', tie)).status).to.equal(303);
      expect(await mentions(person, id, 'none')).to.deep.equal([]);
      expect((await browser.get('/fr/ties')).text, 'not offered again').not.to.include(
        `value="${organisation}"`,
      );
      expect((await browser.get(page)).status).to.equal(404);
    }
  });

  it('does not bar for a small client', async () => {
    const id = await web.submittedFile();
    const officer = await web.person('small-client', 'officer');
    const browser = await web.browserOf(officer);
    const tie = { organisation: await organisationOf(id), kind: 'client', share: '5', since: '2026-01-15' };
    expect((await sendForm(browser, '/fr/ties', '/fr/ties', tie)).status).to.equal(303);
    expect((await browser.get(`/fr/files/${id}`)).status).to.equal(200);
    expect((await browser.get('/fr/ties')).text).to.include('Sans récusation');
    const own = `${officer.id}:${await organisationOf(id)}:client:declared`;
    const ending = { person: officer.id, tie: own, ended: '2026-02-01' };
    const page = `/fr/files/${id}/ties`;
    expect((await browser.post(`${page}/end`, ending, page)).status, 'one’s own').to.equal(403);
  });

  it('lets an officer enter a tie of someone else, who then is not listed and cannot be invited', async () => {
    const id = await web.fileInAssignment();
    const [tied, other] = [await web.person('tied', 'reviewer'), await web.person('free', 'reviewer')];
    const officer = await web.browserOf(web.cast.officer);
    const page = `/fr/files/${id}/ties`;
    const tie = { person: tied.id, kind: 'sponsor', since: '2026-01-15', note: 'Marraine du dossier' };
    expect((await sendForm(officer, page, page, tie)).status).to.equal(303);
    const shown = (await officer.get(page)).text;
    expect(shown).to.include(tied.name).and.include('Marraine du dossier').and.include('Oblige à se récuser');
    const invite = (person: string) =>
      sendForm(officer, `/fr/files/${id}`, `/fr/files/${id}/invite`, { person });
    expect((await invite(tied.id)).status).to.equal(409);
    expect((await invite(other.id)).status).to.equal(303);
    const ending = { person: tied.id, tie: `${tied.id}:${await organisationOf(id)}:sponsor:declared` };
    const end = (ended: string) => sendForm(officer, page, `${page}/end`, { ...ending, ended });
    expect((await end('2099-01-01')).status).to.equal(422);
    expect((await end('2026-02-01')).status).to.equal(303);
    expect((await officer.get(page)).text, 'it cools off')
      .to.include('Oblige à se récuser')
      .and.include('terminé le');
  });

  it('refuses an invalid tie, and one of people without a staff role', async () => {
    const id = await web.submittedFile();
    const organisation = await organisationOf(id);
    const browser = await web.browserOf(await web.person('teller', 'reviewer'));
    const applicant = await web.browserOf(await web.person('no-staff'));
    const before = await web.storedState();
    const whole = { organisation, kind: 'client', share: '10', since: '2026-01-15' };
    for (const wrong of [
      { organisation: 'unknown' },
      { organisation: '' },
      { kind: 'crossReview' },
      { kind: 'enemy' },
      { share: '' },
      { share: '101' },
      { share: '-1' },
      { since: '2099-01-01' },
      { since: 'yesterday' },
      { note: 'x'.repeat(501) },
    ]) {
      const { status } = await sendForm(browser, '/fr/ties', '/fr/ties', { ...whole, ...wrong });
      expect(status, JSON.stringify(wrong).slice(0, 60)).to.be.oneOf([404, 422]);
    }
    expect((await applicant.get('/fr/ties')).status).to.equal(403);
    const reviewer = await browser.post(`/fr/files/${id}/ties`, { person: 'x' }, '/fr/ties');
    expect(reviewer.status).to.equal(403);
    expect((await web.storedState()) === before, 'nothing is written').to.equal(true);
  });

  it('voids reviews of people with a tie during the review, and the file looks for someone else', async () => {
    const { id, reviewIds, reviewers } = await web.fileInEvaluation();
    const officer = await web.browserOf(web.cast.officer);
    const page = `/fr/files/${id}/ties`;
    const tie = { person: reviewers[0].id, kind: 'board', since: '2026-01-15' };
    expect((await sendForm(officer, page, page, tie)).status).to.equal(303);
    const browser = await web.browserOf(reviewers[0]);
    expect((await browser.get(`/fr/review/${reviewIds[0]}`)).status).to.equal(404);
    await web.work();
    expect((await currentApplication(web.deps, id)).state).to.equal('assignment');
    expect(requireVisible(await web.deps.store.review(reviewIds[0])).state).to.equal('voided');
    expect(requireVisible(await web.deps.store.review(reviewIds[1])).state).to.equal('scoring');
  });

  it('voids undelivered work of people who lose role or access, and keeps what is delivered', async () => {
    const { id, reviewIds, reviewers } = await web.fileInEvaluation();
    await deliver(web.deps, reviewers[0], reviewIds[0], specimen.reviews[0]);
    const administrators = [
      await web.person('an-administrator', 'administrator'),
      await web.person('another-administrator', 'administrator'),
    ] as const;
    for (const person of reviewers) await giveRoles(web.deps, administrators, person);
    await web.work();
    expect(requireVisible(await web.deps.store.review(reviewIds[0])).state).to.equal('delivered');
    expect(requireVisible(await web.deps.store.review(reviewIds[1])).state).to.equal('voided');
    expect((await currentApplication(web.deps, id)).state).to.equal('assignment');
  });

  it('cannot be ended by its own person, by an officer with a tie, or twice', async () => {
    const id = await web.submittedFile();
    const organisation = await organisationOf(id);
    const [tied, other] = [
      await web.person('self-lifting', 'officer'),
      await web.person('also-tied', 'officer'),
    ];
    const officer = await web.browserOf(web.cast.officer);
    const page = `/fr/files/${id}/ties`;
    for (const person of [tied, other]) {
      const tie = { person: person.id, kind: 'kin', since: '2015-01-01' };
      expect((await sendForm(officer, page, page, tie)).status).to.equal(303);
    }
    const browser = await web.browserOf(tied);
    const ending = { tie: `${tied.id}:${organisation}:kin:declared`, ended: '2015-01-01', person: tied.id };
    expect((await browser.post('/fr/ties/end', ending, '/fr/ties')).status).to.equal(404);
    expect((await browser.post(`${page}/end`, ending, '/fr/ties')).status).to.equal(404);
    const helping = await web.browserOf(other);
    expect((await helping.post(`${page}/end`, ending, '/fr/ties')).status).to.equal(404);
    expect((await browser.get(`/fr/files/${id}`)).status).to.equal(404);
    expect((await officer.post(`${page}/end`, { ...ending, ended: '2026-11-01' }, page)).status).to.equal(
      303,
    );
    expect((await browser.get(`/fr/files/${id}`)).status, 'it cools off').to.equal(404);
    expect((await officer.post(`${page}/end`, ending, page)).status, 'once').to.equal(409);
  });
});
