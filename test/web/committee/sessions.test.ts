// Tier: all. Budget: 9 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of sessions', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('sessions-pages');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const plan = { day: '2.11.2026', time: '18:30', place: 'Maison des associations' };
  const sessionOn = async (id: string) => requireVisible((await web.deps.store.sessionsOn(id))[0]);
  const verbs = [
    'plan',
    'convene',
    'excuse',
    'cancel',
    'open',
    'attendance',
    'close',
    'draft',
    'remarks',
    'sign',
  ];

  it('ask visitors to sign in, and refuse other roles', async () => {
    const id = await web.fileInDeliberation();
    const officer = await web.browserOf(web.cast.officer);
    await sendForm(officer, '/fr/sessions', '/fr/sessions', plan);
    const page = `/fr/sessions/${(await sessionOn(id)).id}`;
    const visitor = await web.browser();
    for (const path of ['/fr/sessions', page, `${page}/minutes.pdf`])
      expect((await visitor.get(path)).headers.location, path).to.equal('/fr/sign-in');
    for (const person of [web.cast.owner, web.cast.moderator]) {
      const browser = await web.browserOf(person);
      for (const path of ['/fr/sessions', page, `${page}/minutes.pdf`])
        expect((await browser.get(path)).status, `${person.name} ${path}`).to.equal(403);
      for (const verb of verbs)
        expect((await browser.post(`${page}/${verb}`, { revision: '1' }, '/fr/sign-in')).status).to.equal(
          403,
        );
    }
    expect((await officer.get('/fr/sessions/nothing')).status).to.equal(404);
    expect((await officer.get(`${page}/minutes.pdf`)).status, 'nothing is written yet').to.equal(404);
  });

  it('refuse an invalid day, time, place and file, and lose no input', async () => {
    const id = await web.fileInDeliberation();
    const officer = await web.browserOf(web.cast.officer);
    const send = (change: Record<string, string>) =>
      sendForm(officer, '/fr/sessions', '/fr/sessions', { ...plan, ...change });
    for (const change of [
      { day: '31.2.2027' },
      { day: '' },
      { time: '25:00' },
      { time: '6 pm' },
      { place: '' },
      { place: 'x'.repeat(121) },
      { 'file.A-2026-999999': 'yes' },
      { [`file.${id}`]: 'maybe' },
    ]) {
      const answer = await send(change);
      expect(answer.status, JSON.stringify(change)).to.equal(422);
      if (!('place' in change)) expect(answer.text).to.include('Maison des associations');
    }
    expect(await web.deps.store.sessionsOn(id)).to.deep.equal([]);
  });

  it('lead a session from its plan to its approved minutes', async () => {
    const id = await web.fileInDeliberation();
    const officer = await web.browserOf(web.cast.officer);
    const [chair, member] = web.cast.committee;
    const [head, other] = [await web.browserOf(chair), await web.browserOf(member)];
    const planned = await sendForm(officer, '/fr/sessions', '/fr/sessions', plan);
    const page = String(planned.headers.location);
    expect(planned.status).to.equal(303);
    expect((await sessionOn(id)).context.plannedFor, 'half past six in Geneva, in winter').to.equal(
      '2026-11-02T17:30:00.000Z',
    );
    expect((await officer.get(page)).text)
      .to.include('2 novembre 2026')
      .and.include(id)
      .and.include(`${page}/convene`)
      .and.not.include(`${page}/open`);
    await sendForm(officer, page, `${page}/plan`, { time: '19:00', place: 'Salle 2' });
    await sendForm(officer, page, `${page}/convene`);
    expect((await other.get(page)).text)
      .to.include('Convoquée')
      .and.include('Salle 2')
      .and.not.include(`${page}/open`);
    const expected = async () => parse((await head.get(page)).text).querySelector('section:has(> #expected)');
    expect((await officer.get(page)).text, 'who serves is no guest').not.to.include(`${page}/excuse`);
    await sendForm(other, page, `${page}/excuse`, { comes: 'no' });
    expect((await expected())?.textContent, 'to the chair')
      .to.include('2 personnes sont attendues sur 3, et il en faut 3')
      .and.include('excusé·e');
    expect((await head.get(page)).text)
      .to.match(/quorum ne serait pas atteint.{1,8}: 2 personnes attendues pourraient voter/)
      .and.include(`${member.name} (excusé·e)`);
    expect((await sendForm(other, page, `${page}/excuse`, { comes: 'perhaps' })).status).to.equal(422);
    await sendForm(other, page, `${page}/excuse`, { comes: 'yes' });
    expect((await expected())?.textContent, 'taken back')
      .to.include('3 personnes sont attendues sur 3')
      .and.not.include('excusé·e');
    const seats = Object.fromEntries(web.cast.committee.map((person) => [`present.${person.id}`, 'yes']));
    const few = await sendForm(head, page, `${page}/open`, { [`present.${chair.id}`]: 'yes' });
    expect([few.status, (await sessionOn(id)).state]).to.deep.equal([409, 'convened']);
    expect(few.text).to.include('pas assez de membres présents pour ouvrir');
    await sendForm(head, page, `${page}/open`, seats);
    expect((await head.get(page)).text)
      .to.include('0 voix sur 3')
      .and.not.include(`${page}/close"`);
    await sendForm(head, page, `${page}/attendance`, { person: member.id, step: 'leave' });
    await sendForm(head, page, `${page}/attendance`, { person: member.id, step: 'arrive' });
    for (const person of web.cast.committee)
      await castVote(web.deps, person, { applicationId: id, item: id, choice: 'for', reason: 'Ma raison.' });
    expect((await other.get(page)).text)
      .to.include('3 voix sur 3')
      .and.not.include('Ma raison.');
    const decision = { outcome: 'granted', reason: 'Tout est là.' };
    await sendForm(head, `/fr/committee/${id}`, `/fr/committee/${id}/decide`, decision);
    for (const left of (await sessionOn(id)).context.agenda.filter((other) => other !== id))
      await sendForm(head, `/fr/committee/${left}`, `/fr/committee/${left}/defer`, { putOff: 'Plus tard.' });
    await sendForm(head, page, `${page}/close`);
    const closed = (await officer.get(page)).text;
    expect(closed, 'officers do not approve').to.include('minutes.pdf').and.not.include(`${page}/sign`);
    await sendForm(other, page, `${page}/sign`);
    expect((await head.get(page)).text, 'a first wording of what follows').to.include('À annoncer dès que');
    const [field, drafted] = [`remarks.${id}`, { remarks: 'La salle a changé.' }];
    await sendForm(officer, page, `${page}/draft`, { ...drafted, [field]: 'Rappeler la charte.' });
    expect((await head.get(page)).text)
      .to.include(`Projet transmis par ${web.cast.officer.name}`)
      .and.include('La salle a changé.')
      .and.include('Rappeler la charte.');
    await sendForm(head, page, `${page}/remarks`, { ...drafted, [field]: 'Rappeler la charte.' });
    expect((await sessionOn(id)).signatures, 'approvals are given anew').to.deep.equal([]);
    await sendForm(head, page, `${page}/sign`);
    await sendForm(other, page, `${page}/sign`);
    expect((await other.get(page)).text)
      .to.include('Procès-verbal approuvé')
      .and.include('La salle a changé.')
      .and.include('Rappeler la charte.')
      .and.include(`Approuvé par ${chair.name}`);
    const minutes = await other.get(`${page}/minutes.pdf`);
    expect([minutes.status, minutes.headers['content-type']]).to.deep.equal([200, 'application/pdf']);
    const announced = await sendForm(officer, `/fr/files/${id}`, `/fr/files/${id}/announce`);
    expect([announced.status, (await currentApplication(web.deps, id)).state]).to.deep.equal([
      303,
      'agreement',
    ]);
  });
});
