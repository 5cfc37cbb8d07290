// Tier: all. Budget: 83 s.
import { expect } from 'chai';
import type supertest from 'supertest';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { appealFile } from '../../../src/commands/committee/appeal/appealFile.ts';
import { listPanelists } from '../../../src/commands/committee/appeal/formPanel.ts';
import { lodgeAppeal } from '../../../src/commands/committee/appeal/lodgeAppeal.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { decideApplication } from '../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { castVote, recuseMember } from '../../../src/commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../../src/commands/committee/session/minutesOf.ts';
import {
  closeSession,
  conveneSession,
  openSession,
} from '../../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { followItem } from '../../../src/commands/desk/casework/followItem.ts';
import type { Person, StaffRole } from '../../../src/commands/items/items.ts';
import { removeMember } from '../../../src/commands/people/organisations/members.ts';
import { exportPerson } from '../../../src/commands/privacy/views/exportPerson.ts';
import { assignmentOf } from '../../../src/commands/review/assignment/assignmentOf.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { moderateApplication } from '../../../src/commands/review/evaluation/moderateApplication.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { sendLetter } from '../../../src/workers/sendLetter.ts';
import { assignModerator, currentApplication, deliver, recordCall } from '../../support/applicationSteps.ts';
import { sessionVersion } from '../../support/committeeSession.ts';
import { textIn } from '../../support/pages/textIn.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** How one can be kept from a file that other roles of one's own would show. */
const kinds = [
  'tie',
  'former',
  'word',
  'chair',
  'member',
  'evaluation',
  'moderation',
  'declined',
  'recommendation',
  'screening',
] as const;
type Kind = (typeof kinds)[number];

/** A tie or a word closes the file in every part of the service; who belongs to the applicant meets it where applicants do. */
const everywhere: readonly Kind[] = ['tie', 'former', 'word', 'chair'];
const ofApplicants = ['my', 'organisations', 'applications', 'evidence', 'invitations', 'sponsorships'];
/** A part in the evaluation closes it where files are worked on otherwise; any earlier part, where the committee sits. */
const evaluated: readonly Kind[] = ['evaluation', 'moderation'];
const sits = ['committee', 'sessions'];
const works = [...sits, 'lists', 'files', 'appeals'];

const allRoles: readonly StaffRole[] = ['committee', 'officer', 'administrator', 'reviewer'];
const organisation = 'Coopérative dont personne ne doit lire le nom';
const secret = 'Motif que seuls les autres lisent.';

/**
 * Where no file is shown: signing in, the mailbox of a trial, one's own account; and one's own ties, with the organisations towards
 * which one can declare one.
 */
const elsewhere = /^\/fr\/(sign-in|sign-out|dev|unsubscribe|typed|ties|account\/(erase|passkeys))/;

describe('a file that a person is recused from', () => {
  let web: WebWithCast;
  let id: string;
  let sessionId: string;
  let owner: Person;
  let people: Readonly<Record<Kind | 'free', Person>>;
  let values: Readonly<Record<string, string>>;

  /** Every address behind a session that answers to a method, with this file in it. */
  const addresses = (method: 'GET' | 'POST'): readonly string[] => {
    const routes = privateRoutes({ deps: web.deps, i18n: createI18n() }).stack;
    const all = routes
      .filter(({ methods }) => methods.includes(method))
      .map(({ path }) => String(path).replaceAll(/:(\w+)/g, (_, part: string) => values[part] ?? 'none'))
      .filter((path) => path.startsWith('/fr') && !elsewhere.test(path));
    return [...new Set(all)];
  };
  /** Every page, and the journal of the session. */
  const journal = () => `/fr/journal?stream=committeeSessions%2F${sessionId}`;
  const paths = () => [...addresses('GET'), journal()];
  const at = async () => ({ applicationId: id, revision: (await currentApplication(web.deps, id)).revision });
  /** What a person reads at an address, as text, without the address itself: a page that is not there names it too. */
  const read = async (person: Person, path: string) => {
    const answer = await (await web.browserOf(person)).get(path).buffer(true).parse(bytesOf);
    const bytes: Buffer = answer.body;
    const text = await textIn(bytes);
    return {
      status: answer.status,
      text: text.replaceAll(path.replace(/^\/fr/, '').split('?')[0] ?? '', ''),
    };
  };
  const tells = (text: string) => [id, organisation, secret].filter((word) => text.includes(word));
  const hiddenFrom = (kind: Kind, path: string) => {
    const section = path.split(/[/?]/)[2] ?? '';
    if (everywhere.includes(kind)) return true;
    if (kind === 'member') return !ofApplicants.includes(section);
    return (evaluated.includes(kind) ? works : sits).includes(section);
  };

  before(async () => {
    web = await webWithCast('recusal');
    const { deps, cast, connection } = web;
    id = await web.fileInAssignment();
    const declined = await web.person('declines', ...allRoles);
    const invite = (person: Person) =>
      inviteReviewer(deps, cast.officer, { applicationId: id, personId: person.id });
    await answerInvitation(deps, declined, { reviewId: await invite(declined), accept: false, reason: '' });
    const { reviewers, moderator } = cast;
    const reviewIds: string[] = [];
    for (const person of reviewers) {
      const reviewId = await invite(person);
      await answerInvitation(deps, person, { reviewId, accept: true, noConflictDeclared: true });
      reviewIds.push(reviewId);
    }
    await staffApplication(deps, cast.officer, await at());
    await deliver(deps, reviewers[0], requireVisible(reviewIds[0]));
    await deliver(deps, reviewers[1], requireVisible(reviewIds[1]), {
      'FIN-01': { level: 1, comment: 'Le but n’est pas dans les statuts.' },
    });
    await assignModerator(deps, cast, id);
    const scores = [{ offerId: '', criterion: 'FIN-01', level: 2, comment: 'Article 2.' }] as const;
    await moderateApplication(deps, moderator, { ...(await at()), scores });
    const word = await web.person('says-so', ...allRoles);
    // What they did before they stepped out is a line of their own in the journal.
    await followItem(deps, word, { item: `files/${id}` });
    await recordCall(deps, reviewers[1], id);
    await recommendApplication(deps, cast.rapporteur, { ...(await at()), draft: 'granted', reason: secret });
    const { organisationId } = (await currentApplication(deps, id)).context;
    owner = requireVisible((await deps.store.peopleOf(organisationId))[0]);
    const { document } = await addEvidence(deps, owner, {
      applicationId: id,
      name: 'library.txt',
      bytes: Buffer.from(secret),
    });
    const named = { $set: { 'content.organisation.name': organisation } };
    await connection.collection<{ _id: string }>('snapshots').updateOne({ _id: `${id}.1` }, named);
    await connection
      .collection<{ _id: string }>('organisations')
      .updateOne({ _id: organisationId }, { $set: { name: organisation } });
    const joined = (person: Person) => updatePerson(deps, person, { roles: allRoles });
    const belongs = async (label: string) =>
      updatePerson(deps, await web.person(label, ...allRoles), {
        memberships: [{ organisationId, role: 'reader' }],
      });
    const left = await belongs('left-it');
    await removeMember(deps, left, { organisationId, personId: left.id });
    people = {
      free: await updatePerson(deps, cast.committee[1], { roles: allRoles }),
      tie: await web.person('tied', ...allRoles),
      word,
      chair: await web.person('is-told', ...allRoles),
      former: requireVisible(await deps.store.person(left.id)),
      member: await belongs('belongs'),
      evaluation: await joined(reviewers[0]),
      moderation: await joined(moderator),
      declined,
      recommendation: await joined(cast.rapporteur),
      screening: await joined(cast.officer),
    };
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, people.tie, { ...tie, personId: people.tie.id, organisationId });
    const plannedFor = deps.clock.now().toISOString();
    const plan = { plannedFor, place: 'Salle des spécimens', agenda: [id] };
    sessionId = await planSession(deps, cast.officer, plan);
    await conveneSession(deps, cast.officer, await sessionVersion(deps, sessionId));
    values = {
      language: 'fr',
      applicationId: id,
      id,
      sessionId,
      organisationId,
      reviewId: requireVisible(reviewIds[1]),
      document,
      n: '1',
      place: 'FIN-01',
      theme: 'FIN',
      personId: reviewers[1].id,
      offerId: requireVisible((await deps.store.snapshot(id, 1))?.content.offers[0]).id,
    };
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  /** Where each recused person meets the file on some pages: `anywhere` on all of them, else where who is free does. Gives these. */
  const walk = async (
    only: (path: string) => boolean,
    anywhere: readonly Kind[] = [],
    tried: readonly Kind[] = kinds,
  ) => {
    const met: string[] = [];
    const free = new Set<string>();
    for (const path of paths().filter(only)) {
      if (tells((await read(people.free, path)).text).length > 0) free.add(path);
      const asked = free.has(path) ? tried : anywhere;
      for (const kind of asked.filter((one) => hiddenFrom(one, path))) {
        const words = tells((await read(people[kind], path)).text);
        if (words.length > 0) met.push(`${kind} ${path}: ${words.join(', ')}`);
      }
    }
    expect(met).to.deep.equal([]);
    return free;
  };
  const everyPath = () => true;
  const whereTheySit = (path: string) => sits.some((section) => path.startsWith(`/fr/${section}`));

  it('is hidden before the session from people with an earlier role in it', async () => {
    const parts = kinds.filter((kind) => kind !== 'word' && kind !== 'chair');
    expect([...(await walk(whereTheySit, [], parts))]).to.include.members([
      '/fr/committee',
      `/fr/sessions/${sessionId}`,
    ]);
    for (const kind of parts)
      expect((await read(people[kind], '/fr/sessions')).text, kind).to.include('aucun dossier');
  });

  it('is on no page while the committee votes, and counted in no list', async () => {
    const { deps, cast } = web;
    const [chair] = cast.committee;
    const room = [...cast.committee, people.word, people.chair, people.evaluation];
    const present = room.map((person) => person.id);
    await openSession(deps, chair, { ...(await sessionVersion(deps, sessionId)), present });
    for (const [by, person] of [
      [people.word, people.word],
      [chair, people.chair],
    ] as const)
      await recuseMember(deps, by, { applicationId: id, item: id, personId: person.id, reason: 'Un lien.' });
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason: secret });
    // By an organisation, or by one file: the two ways in which a store keeps something from somebody.
    const free = await walk(everyPath, ['tie', 'word']);
    const session = `/fr/sessions/${sessionId}`;
    expect([...free], 'who is free meets it').to.include.members([
      '/fr/committee',
      `/fr/committee/${id}`,
      `/fr/files/${id}`,
      // The newest lines of the page tell of the exports before it.
      '/fr/journal/list.csv',
      ...['csv', 'xlsx'].flatMap((format) => [
        `/fr/lists/files/list.${format}`,
        `/fr/committee/list.${format}`,
      ]),
      session,
    ]);
    for (const kind of kinds) {
      expect((await read(people[kind], '/fr/sessions')).text, kind).to.include('aucun dossier');
      expect((await read(people[kind], `/fr/committee/${id}`)).status, kind).to.equal(404);
      expect((await read(people[kind], `/fr/committee/${id}/certificate.pdf`)).status, kind).to.equal(404);
      expect((await read(people[kind], session)).status, 'the session itself is theirs too').to.equal(200);
    }
    expect((await read(people.free, '/fr/sessions')).text).to.include('1 dossier');
    const lines = async (person: Person) =>
      (await read(person, journal())).text.match(/journal__line/g)?.length ?? 0;
    expect(await lines(people.free), 'planned, convened, opened; two recusals, three votes').to.equal(8);
    for (const kind of [...everywhere, 'member'] as const)
      expect(await lines(people[kind]), kind).to.equal(3);
    const counted = async (person: Person) =>
      (await read(person, '/fr/lists/files')).text.includes('state=deliberation');
    expect(await counted(people.free)).to.equal(true);
    for (const kind of kinds)
      expect(await counted(people[kind]), `${kind} counts`).to.equal(!hiddenFrom(kind, '/fr/lists/files'));
  });

  it('accepts no form from them at any address', async () => {
    const forms = addresses('POST').filter(
      (path) => path.includes(id) || path.includes(values.reviewId ?? ''),
    );
    expect(forms).to.include.members([`/fr/committee/${id}/vote`, `/fr/files/${id}/staff`]);
    const answers: string[] = [];
    const before = await web.storedState();
    for (const kind of kinds) {
      const browser = await web.browserOf(people[kind]);
      const csrf = tokenIn((await browser.get('/fr/account')).text);
      const asked = ['word', 'member', 'evaluation'].includes(kind) ? forms : forms.filter(whereTheySit);
      for (const path of asked.filter((one) => hiddenFrom(kind, one))) {
        const { status } = await browser.send(path, 'form', new URLSearchParams({ csrf }).toString());
        if (status !== 404) answers.push(`${kind} ${path}: ${status}`);
      }
    }
    expect(answers).to.deep.equal([]);
    expect(await web.storedState()).to.equal(before);
  });

  it('is in no export of theirs, once it is closed to them everywhere', async () => {
    for (const kind of everywhere) {
      const { parts } = await exportPerson(web.deps, { ...people[kind], request: 'test' });
      // What they declared themselves names the organisation, and nothing of its file.
      const others = parts.filter(({ name }) => name !== 'ties.json');
      expect(tells(JSON.stringify(others)), kind).to.deep.equal([]);
    }
  });

  it('is omitted from their minutes, except for the recusal', async () => {
    const { deps, cast } = web;
    const [chair] = cast.committee;
    const { revision } = await currentApplication(deps, id);
    const decision = {
      applicationId: id,
      revision,
      outcome: 'grantedWithConditions',
      reason: secret,
      conditions: [{ text: 'Une condition.', due: '2027-06-30' }],
    } as const;
    await decideApplication(deps, chair, decision);
    await closeSession(deps, chair, await sessionVersion(deps, sessionId));
    const free = await walk(whereTheySit);
    const minutes = `/fr/sessions/${sessionId}/minutes.pdf`;
    expect([...free]).to.include.members([minutes, `/fr/sessions/${sessionId}`]);
    for (const kind of kinds) {
      const paper = await read(people[kind], minutes);
      expect(paper.status, kind).to.equal(200);
      expect(paper.text, kind)
        .to.include('laisse de côté les dossiers pour lesquels')
        .and.not.include('pour, 0');
    }
    expect((await read(people.free, minutes)).text).to.not.include('laisse de côté');
    // Who is recused signs what they may read; the file needs two who read it.
    const sign = async (person: Person) => {
      const { digest } = await minutesOf(deps, requireVisible(await deps.store.session(sessionId)));
      await signMinutes(deps, person, { ...(await sessionVersion(deps, sessionId)), minutes: digest });
      return (await deps.store.session(sessionId))?.state;
    };
    expect(await sign(people.word)).to.equal('closed');
    expect(await sign(chair)).to.equal('closed');
    expect(await sign(people.free)).to.equal('minutesApproved');
  });

  it('stays closed to them after the announcement, in letters too', async () => {
    const { deps, cast } = web;
    await web.work();
    const before = web.letters.length;
    const { revision } = await currentApplication(deps, id);
    await announceDecision(deps, cast.officer, { applicationId: id, revision });
    await web.work();
    // A tie that is over bars nobody any more; the recusal that it led to lasts.
    await web.connection.collection('ties').deleteMany({ personId: people.tie.id });
    const free = await walk(everyPath);
    expect([...free]).to.include.members([`/fr/files/${id}`, '/fr/precedents']);
    await lodgeAppeal(deps, owner, {
      ...(await at()),
      ground: 'evidence',
      grounds: 'La condition repose sur un chiffre que nous avons corrigé.',
      documents: [],
    });
    await web.work();
    const stream = `applications/${id}`;
    // The last line as if the organisation had answered and withdrawn.
    const line = requireVisible((await deps.store.records(stream)).at(-1));
    const facts = ['application.answered', 'application.withdrawn'] as const;
    const store = { ...deps.store, records: async () => [{ ...line, facts }] };
    const job = { id: 'again', recordId: line.id, stream, attempts: 1, handler: '' };
    await sendLetter('informationAnswered', { ...deps, store }, { ...job, fact: 'application.answered' });
    await sendLetter('applicationWithdrawn', { ...deps, store }, { ...job, fact: 'application.withdrawn' });
    const toldTo = (kind: Kind) =>
      web.letters.slice(before).flatMap((one) => (one.to === people[kind].email ? [one.kind] : []));
    for (const kind of [...everywhere, ...evaluated, 'member'] as const)
      expect(toldTo(kind), kind).to.deep.equal([]);
    expect(toldTo('screening')).to.include.members([
      'appealLodged',
      'informationAnswered',
      'applicationWithdrawn',
    ]);
  });

  it('cannot be assigned to them for review or appeal by someone else', async () => {
    const { deps } = web;
    const application = await currentApplication(deps, id);
    const chosen = [people.word, people.chair];
    const { people: considered } = await assignmentOf(deps, application, chosen);
    expect(considered.map(({ blockers }) => blockers.includes('newToThisFile'))).to.deep.equal([true, true]);
    const [appeal] = await deps.store.appealsOf(id);
    const panelists = await listPanelists(deps, await appealFile(deps, requireVisible(appeal).id));
    const kept = chosen.map(({ id: one }) => panelists.find(({ person }) => person.id === one)?.blocker);
    expect(kept).to.deep.equal(['conflict', 'conflict']);
  });
});

/** The bytes as they came. */
const bytesOf: Parameters<supertest.Test['parse']>[0] = (response: supertest.Response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};
