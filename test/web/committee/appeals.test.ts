// Tier: all. Budget: 16 s.
import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import {
  appealReason,
  currentAppeal,
  decidedFile,
  handToPanel,
  lodge,
  panelOf,
  type Subject,
} from '../../support/appealSteps.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of appeals', () => {
  let web: WebWithCast;
  let panel: [Person, Person, Person];
  let files = 0;
  before(async () => {
    web = await webWithCast('appeals-web');
    panel = await panelOf(web);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const decided = async (against: Subject) => {
    files += 1;
    const reviewers = [
      await web.person(`file-${files}a`, 'reviewer'),
      await web.person(`file-${files}b`, 'reviewer'),
    ] as const;
    const owner = await web.person(`applicant-${files}`);
    return decidedFile(web.deps, { ...web.cast, reviewers, owner }, against);
  };
  const pageOf = (id: string) => `/fr/applications/${id}/appeal`;
  const storedAppeal = async (id: string) =>
    JSON.stringify([await currentApplication(web.deps, id), await web.deps.store.appealsOf(id)]);
  const deskOf = async (id: string) => `/fr/appeals/${(await currentAppeal(web.deps, id)).id}`;
  const lodged = async (against: Subject = 'refusal') => {
    const { id, owner } = await decided(against);
    await lodge(web.deps, owner, id);
    return { id, owner, desk: await deskOf(id) };
  };
  const judged = async (against: Subject = 'refusal') => {
    const file = await lodged(against);
    await handToPanel(web.deps, web.cast.officer, panel, file.id);
    return file;
  };

  it('are hidden from strangers and staff, and keep input when incomplete', async () => {
    const { id, owner } = await decided('ineligibility');
    const visitor = await web.browser();
    expect((await visitor.get(pageOf(id))).headers.location).to.equal('/fr/sign-in');
    const stranger = await web.person('stranger');
    for (const person of [stranger, web.cast.officer, web.cast.committee[0]]) {
      expect((await (await web.browserOf(person)).get(pageOf(id))).status, person.name).to.equal(404);
    }
    const before = await storedAppeal(id);
    const browser = await web.browserOf(owner);
    const empty = await sendForm(browser, pageOf(id), pageOf(id));
    expect(empty.status).to.equal(422);
    const short = await sendForm(browser, pageOf(id), pageOf(id), {
      ground: 'evidence',
      grounds: 'Trop court.',
    });
    expect(short.status).to.equal(422);
    expect(short.text).to.include('Écrivez au moins 40 caractères.').and.include('Trop court.');
    const foreign = await sendForm(browser, pageOf(id), pageOf(id), {
      ground: 'evidence',
      grounds: appealReason,
      'document.T1': 'yes',
    });
    expect(foreign.status).to.equal(422);
    const late = await sendForm(browser, pageOf(id), pageOf(id), {
      ground: 'evidence',
      grounds: appealReason,
      revision: '1',
    });
    expect(late.status).to.equal(409);
    expect(late.text).to.include(appealReason);
    expect(await storedAppeal(id)).to.equal(before);
  });

  it('show colleagues no form, and nobody one without a decision or after the deadline', async () => {
    const { id } = await decided('ineligibility');
    const { organisationId, dueAt } = (await currentApplication(web.deps, id)).context;
    const editor = await updatePerson(web.deps, await web.person('editor'), {
      memberships: [{ organisationId, role: 'editor' }],
    });
    const { text } = await (await web.browserOf(editor)).get(pageOf(id));
    expect(text)
      .to.include('responsable')
      .and.not.include(`action="${pageOf(id)}"`);
    const open = await web.submittedFile();
    const [owner] = await web.deps.store.peopleOf(
      (await currentApplication(web.deps, open)).context.organisationId,
    );
    const none = await (await web.browserOf(requireVisible(owner))).get(pageOf(open));
    expect(none.text).to.include('pas de décision contre laquelle faire recours');
    const today = web.deps.clock.now().toISOString();
    web.setClock(new Date(Date.parse(requireVisible(dueAt)) + 1).toISOString());
    const past = await (await web.browser(editor)).get(pageOf(id));
    expect(past.text).to.include('Le délai de recours est passé').and.not.include('<textarea');
    web.setClock(today);
  });

  it('accept an appeal with its documents, once, and then show its progress', async () => {
    const { id, owner } = await decided('refusal');
    const added = await addEvidence(web.deps, owner, {
      applicationId: id,
      name: 'rapport.txt',
      bytes: Buffer.from('Le rapport'),
    });
    const browser = await web.browserOf(owner);
    const progress = await browser.get(`/fr/applications/${id}`);
    expect(progress.text)
      .to.include(`href="${pageOf(id)}"`)
      .and.match(/Vous pouvez faire recours jusqu’au \d+ \S+ 20\d\d, à minuit/);
    const form = { ground: 'evidence', grounds: appealReason, [`document.${added.document}`]: 'yes' };
    expect((await sendForm(browser, pageOf(id), pageOf(id), form)).status).to.equal(303);
    const { text } = await browser.get(pageOf(id));
    expect(text).to.include('Votre recours').and.include('rapport.txt').and.not.include('<textarea');
    expect((await currentApplication(web.deps, id)).state).to.equal('appealed');
    const again = await browser.post(pageOf(id), { revision: '99', ...form }, `/fr/applications/${id}`);
    expect(again.status).to.equal(409);
    // The document came after the file was frozen: who may judge reads it all the same.
    const member = await web.browserOf(panel[0]);
    expect((await member.get(`/fr/evidence/${added.id}`)).status).to.equal(200);
    expect(
      (await (await web.browserOf(web.cast.committee[0])).get(`/fr/evidence/${added.id}`)).status,
    ).to.equal(404);
  });

  it('exclude other staff, and show people with an earlier role that an appeal exists, nothing more', async () => {
    const { id, desk } = await lodged();
    const visitor = await web.browser();
    for (const path of ['/fr/appeals', desk]) {
      expect((await visitor.get(path)).headers.location, path).to.equal('/fr/sign-in');
    }
    for (const person of [web.cast.owner, web.cast.moderator]) {
      const browser = await web.browserOf(person);
      expect((await browser.get('/fr/appeals')).status, person.name).to.equal(403);
      expect((await browser.get(desk)).status, person.name).to.equal(403);
    }
    const before = await storedAppeal(id);
    for (const person of [web.cast.rapporteur, web.cast.officer, ...web.cast.committee]) {
      const browser = await web.browserOf(person);
      const { text } = await browser.get(desk);
      expect(text, person.name).to.include('Vous avez eu un rôle').and.not.include(appealReason);
      expect((await browser.get('/fr/appeals')).text).to.include(desk);
      const said = { revision: '1', admission: 'admit', reason: appealReason };
      expect((await browser.post(`${desk}/admission`, said, desk)).status, person.name).to.equal(404);
    }
    expect(await storedAppeal(id)).to.equal(before);
  });

  it('let a free member admit it, and an officer form a panel of free people only', async () => {
    const { id, desk } = await lodged();
    const member = await web.browserOf(panel[0]);
    const first = await member.get(desk);
    expect(first.text).to.include(appealReason).and.include('La gouvernance ne remplit pas');
    const file = `/fr/files/${id}`;
    expect(first.text).to.include(file);
    expect((await member.get(file)).status).to.equal(200);
    const silent = await sendForm(member, desk, `${desk}/admission`, { admission: 'admit', reason: 'Oui.' });
    expect(silent.status).to.equal(422);
    const taken = await sendForm(member, desk, `${desk}/admission`, {
      admission: 'admit',
      reason: appealReason,
    });
    expect(taken.status).to.equal(303);
    expect((await currentAppeal(web.deps, id)).state).to.equal('admitted');
    const officer = await web.browserOf(web.cast.officer);
    const { text } = await officer.get(desk);
    expect(text).to.include(`panel.${panel[0].id}`).and.not.include(`panel.${web.cast.committee[1].id}`);
    expect(text).to.include('Spécimen member-1').and.include('a eu un rôle sur le dossier');
    const two = Object.fromEntries(panel.slice(1).map(({ id: one }) => [`panel.${one}`, 'yes']));
    const unchaired = { ...two, [`panel.${panel[0].id}`]: 'yes' };
    expect((await sendForm(officer, desk, `${desk}/panel`, unchaired)).status, 'no chair').to.equal(422);
    const few = await sendForm(officer, desk, `${desk}/panel`, { ...two, chair: panel[1].id });
    expect([few.status, (await currentAppeal(web.deps, id)).state]).to.deep.equal([409, 'admitted']);
    expect(few.text).to.include('n’est pas au complet');
    const decider = { ...two, [`panel.${web.cast.committee[1].id}`]: 'yes' };
    expect((await sendForm(officer, desk, `${desk}/panel`, decider)).status).to.equal(422);
    const three = { ...two, chair: panel[0].id };
    expect((await sendForm(officer, desk, `${desk}/panel`, three)).status).to.equal(303);
    await web.work();
    const told = web.letters.filter(({ kind }) => kind === 'appealPanel').map(({ to }) => to);
    expect(told).to.have.members(panel.map(({ email }) => email));
    expect((await currentAppeal(web.deps, id)).context.panel[0], 'who chairs comes first').to.equal(
      panel[0].id,
    );
    expect((await (await web.browserOf(panel[1])).get(desk)).text)
      .to.include('(préside, ')
      .and.include('Il faut l’avis de 2 personnes')
      .and.not.include(`${desk}/stay/urgent`);
    const urgent = { urgentReason: appealReason };
    expect((await sendForm(member, desk, `${desk}/stay/urgent`, urgent)).status).to.equal(303);
    const { text: suspended } = await member.get(desk);
    expect(suspended)
      .to.include('la décision est sans effet jusqu’au')
      .and.not.include(`${desk}/stay/urgent`);
  });

  it('show a suspended decision as such on every page, settle by majority, and announce the outcome to all', async () => {
    const { id, owner, desk } = await judged('conditions');
    const [one, two] = [await web.browserOf(panel[0]), await web.browserOf(panel[1])];
    expect((await (await web.browserOf(panel[2])).get(desk)).text).to.not.include(`${desk}/stay/lift`);
    expect((await sendForm(one, desk, `${desk}/stay`, { stayReason: 'Oui.' })).status).to.equal(422);
    expect((await sendForm(one, desk, `${desk}/stay`, { stayReason: appealReason })).status).to.equal(303);
    const asked = (await two.get(desk)).text;
    expect(asked).to.include('est pour suspendre').and.not.include('Décision sans effet');
    expect((await sendForm(two, desk, `${desk}/stay`, { stayReason: appealReason })).status).to.equal(303);
    const again = await two.post(`${desk}/stay`, { revision: '9', stayReason: appealReason }, desk);
    expect(again.status).to.equal(409);
    const applicant = await web.browserOf(owner);
    for (const page of ['', '/appeal', '/evidence', '/tasks', '/figures']) {
      const { text } = await applicant.get(`/fr/applications/${id}${page}`);
      expect(text, page).to.include('la décision est sans effet');
    }
    expect((await one.get(`/fr/files/${id}`)).text).to.include('la décision est sans effet');
    const votes = (browser: typeof one, vote: string) => sendForm(browser, desk, `${desk}/vote`, { vote });
    expect((await votes(one, 'dismiss')).status).to.equal(303);
    const half = (await one.get(desk)).text;
    expect(half, 'one word settles nothing').to.not.include(`${desk}/settle`);
    expect(half).to.match(/pour\s:\sRejeter/);
    expect(half).to.include('n’a pas encore donné son avis');
    expect((await votes(two, 'dismiss')).status).to.equal(303);
    expect((await one.get(desk)).text, 'not before all of them').to.include('(a donné son avis)');
    expect((await votes(await web.browserOf(panel[2]), 'uphold')).status).to.equal(303);
    web.setClock('2027-02-15T09:00:00.000Z');
    const settling = { reason: appealReason };
    const done = await sendForm(await web.browser(panel[1]), desk, `${desk}/settle`, settling);
    expect(done.status).to.equal(303);
    expect((await currentApplication(web.deps, id)).state).to.equal('agreement');
    const { text } = await (await web.browser(owner)).get(`/fr/applications/${id}`);
    expect(text).to.include('tiennent compte des jours sans effet').and.not.include('30 juin 2027');
    expect(text).to.not.include('la décision est sans effet');
    const outcome = await (await web.browser(owner)).get(pageOf(id));
    expect(outcome.text).to.include('Vous pouvez signer la convention').and.include(appealReason);
    const decider = await (await web.browser(web.cast.committee[0])).get(desk);
    expect(decider.text, 'once it is settled').to.include(appealReason);
    await web.work();
    const letters = web.letters.filter(({ to, kind }) => to === owner.email && kind === 'appealProgress');
    expect(letters.map(({ subject }) => subject.replace(/, demande.*/, ''))).to.deep.equal([
      'Votre recours est recevable',
      'La commission de recours est formée',
      'La décision est suspendue',
      'Votre recours est rejeté',
    ]);
    expect(
      letters.every(({ text: said }) => !said.includes(appealReason)),
      'reasons stay inside',
    ).to.equal(true);
  });
});
