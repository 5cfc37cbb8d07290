import { expect } from 'chai';
import {
  answerQuestionnaire,
  openSheet,
} from '../../../src/commands/application/questionnaire/answerQuestionnaire.ts';
import { attachResult } from '../../../src/commands/application/questionnaire/attachResult.ts';
import { closeQuestionnaires } from '../../../src/commands/application/questionnaire/closeQuestionnaire.ts';
import {
  maxQuestionnaires,
  openQuestionnaire,
} from '../../../src/commands/application/questionnaire/openQuestionnaire.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { listEvidence, readEvidence } from '../../../src/commands/application/views/readEvidence.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { statements } from '../../../src/criteria/questionnaire.ts';
import { membershipOf, positions } from '../../../src/policies/adviser.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  castOf,
  currentApplication,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import {
  answerTimes,
  chosen,
  endQuestionnaire,
  openedQuestionnaire,
  questionnaireNow,
} from '../../support/samples/sampleAnswers.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('the questionnaire for the people who work', () => {
  let service: TestService;
  let id: string;
  let owner: Person;
  let organisationId: string;
  beforeEach(async () => {
    service = await testService('questionnaire');
    ({ id, owner } = await filledDraft(service.deps, await service.person('applicant')));
    organisationId = (await currentApplication(service.deps, id)).context.organisationId;
  });
  afterEach(() => service.stop());

  const now = (questionnaireId: string) => questionnaireNow(service.deps, id, questionnaireId);
  const at = (questionnaireId: string) => ({ applicationId: id, questionnaireId });
  const attach = (by: Person, questionnaireId: string) =>
    attachResult(service.deps, by, { ...at(questionnaireId), language: 'fr', name: 'Questionnaire.pdf' });

  it('lets each role do what it may, at each stage, and tells nobody more', async () => {
    const { deps } = service;
    const people = new Map<string, Person>([['owner', owner]]);
    for (const position of positions.filter((one) => one !== 'owner')) {
      const membership = { organisationId, ...membershipOf(position) };
      people.set(
        position,
        await updatePerson(deps, await service.person(position), { memberships: [membership] }),
      );
    }
    for (const role of ['reviewer', 'officer', 'committee', 'administrator'] as const)
      people.set(role, await service.person(role, role));
    people.set('stranger', await service.person('stranger'));
    const writes = ['owner', 'editor', 'advisingEditor'];
    const closesOn = '2026-12-02';
    const tried = async (role: string, act: (by: Person) => Promise<unknown>) => {
      const refused = await refusalOf(act(requireVisible(people.get(role))));
      expect(refused, role).to.equal(writes.includes(role) ? 'taken' : 'notFound');
    };

    for (const role of people.keys())
      await tried(role, (by) =>
        openQuestionnaire(deps, by, { applicationId: id, working: 12, closesOn, byCode: false }),
      );
    const [opened] = await deps.store.questionnairesOf(id);
    const { id: first, token } = requireVisible(opened);
    for (const answers of [0, 4, 1, 3]) {
      await answerTimes(deps, token, answers);
      expect(await now(first)).to.deep.include({ closedAt: null, answers: null, counts: null });
      for (const role of writes)
        expect(await refusalOf(attach(requireVisible(people.get(role)), first)), role).to.equal(
          'refused nothingToAttach',
        );
    }
    service.setClock('2026-12-03T00:05:00.000Z');
    expect(await closeQuestionnaires(deps, deps.clock.now())).to.equal(1);
    expect(await now(first)).to.deep.include({ answers: 5 });
    expect((await now(first)).counts?.Q01).to.deep.equal([0, 0, 0, 5, 0, 0]);
    for (const role of people.keys()) await tried(role, (by) => attach(by, first));
    expect(await deps.store.evidenceOf(id)).to.have.length(1);
  });

  it('takes away all that was answered where fewer than five did, and tells what may be told', async () => {
    const { deps, connection } = service;
    const few = await openedQuestionnaire(deps, owner, id);
    await answerTimes(deps, few.token, 4);
    await endQuestionnaire(deps, at(few.id));
    expect(await now(few.id)).to.deep.include({ answers: null, counts: null });
    const rows = connection.collection<{ _id: string }>('questionnaires');
    const row = await rows.findOne({ _id: few.id });
    expect(row).to.deep.include({ answers: null, counts: null }).and.not.have.property('sent');

    const enough = await openedQuestionnaire(deps, owner, id);
    await answerTimes(deps, enough.token, 4, chosen('5', { Q02: 'none' }));
    await answerTimes(deps, enough.token, 1, { Q01: '1' });
    await endQuestionnaire(deps, at(enough.id));
    const { answers, counts } = await now(enough.id);
    expect(answers).to.equal(5);
    expect(counts?.Q01, 'all five').to.deep.equal([1, 0, 0, 0, 4, 0]);
    expect(counts?.Q02, 'nobody').to.equal(null);
    expect(counts?.Q03, 'four of five').to.equal(null);
    const kept = JSON.stringify(await rows.findOne({ _id: enough.id }));
    expect(kept).not.to.include('[0,0,0,0,4,1]');
    expect((await deps.store.questionnairesOf(id)).map((one) => one.id)).to.deep.equal([enough.id, few.id]);
  });

  it('counts fifty who answer at once exactly, and the same form once', async () => {
    const { deps } = service;
    const { id: one, token } = await openedQuestionnaire(deps, owner, id);
    const send = (once: string, step: '1' | '2' | '3' | '4' | '5') =>
      answerQuestionnaire(deps, { token, once, code: '', chosen: chosen(step) });
    const steps = ['1', '2', '3', '4', '5'] as const;
    await Promise.all(Array.from({ length: 50 }, (_, n) => send(deps.ids.secret(), steps[n % 5] ?? '1')));
    const once = deps.ids.secret();
    await Promise.all([send(once, '1'), send(once, '1'), send(once, '5')]);
    await send(once, '1');
    // Some come while it is closed: each is counted, or refused.
    const [, ...late] = await Promise.all([
      endQuestionnaire(deps, at(one)),
      ...Array.from({ length: 10 }, () => refusalOf(send(deps.ids.secret(), '2'))),
    ]);
    const counted = late.filter((refused) => refused === 'taken').length;
    expect(late.filter((refused) => refused === 'refused questionnaireClosed').length).to.equal(10 - counted);
    const { answers, counts } = await now(one);
    expect(answers).to.equal(5 * Math.floor((51 + counted) / 5));
    for (const { id: statement } of statements) {
      const sums = requireVisible(counts?.[statement]);
      expect(sums.reduce((sum, n) => sum + n)).to.equal(answers);
      expect(sums[1]).to.be.closeTo(((10 + counted) * (answers ?? 0)) / (51 + counted), 1);
    }
    expect(await refusalOf(send(once, '1'))).to.equal('refused questionnaireClosed');
  });

  it('takes each code that was handed out once, and keeps none of them', async () => {
    const { deps, connection } = service;
    const { id: one, token, codes } = await openedQuestionnaire(deps, owner, id, true);
    const own = requireVisible(codes);
    expect([own.length, new Set(own).size]).to.deep.equal([12, 12]);
    const send = (code: string, once = deps.ids.secret()) =>
      refusalOf(answerQuestionnaire(deps, { token, once, code, chosen: chosen('5') }));
    for (const wrong of ['', 'x', token, 'AAAA-AAAA-AAAA-AAAA'])
      expect(await send(wrong), wrong).to.equal('invalid code:badPersonCode');
    const once = deps.ids.secret();
    const [first = '', ...others] = own;
    expect([await send(first, once), await send(first, once)]).to.deep.equal(['taken', 'taken']);
    expect(await send(first)).to.equal('invalid code:badPersonCode');
    const twice = await Promise.all(
      others.slice(0, 5).flatMap((code) => [send(code), send(code.toLowerCase())]),
    );
    expect(twice.filter((refused) => refused === 'taken').length).to.equal(5);
    expect((await now(one)).codes, 'tells nothing of who answered').to.deep.equal(own);
    await endQuestionnaire(deps, at(one));
    expect(await now(one)).to.deep.include({ byCode: true, codes: null, answers: 5 });
    expect((await now(one)).counts?.Q01).to.deep.equal([0, 0, 0, 0, 5, 0]);
    const row = JSON.stringify(
      await connection.collection<{ _id: string }>('questionnaires').findOne({ _id: one }),
    );
    for (const code of own) expect(row).to.not.include(code);
    expect(await send(others[8] ?? '')).to.equal('refused questionnaireClosed');
    const many = { applicationId: id, working: 201, closesOn: '2026-12-02' };
    expect(await refusalOf(openQuestionnaire(deps, owner, { ...many, byCode: true }))).to.equal(
      'invalid byCode:tooManyCodes',
    );
  });

  it('refuses what makes no questionnaire, and opens one at a time', async () => {
    const { deps } = service;
    const open = (working: number, closesOn: string) =>
      openQuestionnaire(deps, owner, { applicationId: id, working, closesOn, byCode: false });
    for (const [working, closesOn, refused] of [
      [4, '2026-12-02', 'invalid working:tooFewWorking'],
      [-7, '2026-11-02', 'invalid working:tooFewWorking closesOn:needDays'],
      [7.5, '2026-12-02', 'invalid working:badWorking'],
      [100_001, '2027-02-01', 'invalid working:badWorking closesOn:needDays'],
    ] as const)
      expect(await refusalOf(open(working, closesOn))).to.equal(refused);
    const both = await Promise.all([open(12, '2026-12-02'), open(15, '2026-12-05')]);
    expect(new Set(both).size).to.equal(1);
    for (let n = 1; n < maxQuestionnaires; n += 1) {
      await endQuestionnaire(deps, at(both[0]));
      both[0] = await open(12, '2026-12-02');
    }
    await endQuestionnaire(deps, at(both[0]));
    expect(await refusalOf(open(12, '2026-12-02'))).to.equal('refused tooManyQuestionnaires');
  });

  it('ends on its day, and with the application', async () => {
    const { deps } = service;
    const { id: one, token } = await openedQuestionnaire(deps, owner, id);
    const asked = async () => (await openSheet(deps, token)).isOpen;
    expect(await openSheet(deps, ` ${token.toLowerCase().replaceAll('-', '')}`)).to.deep.include({
      token,
      isOpen: true,
    });
    for (const other of ['', 'x', 'AAAA-AAAA-AAAA-AAAA', `${token}-`.repeat(90)])
      expect(await refusalOf(openSheet(deps, other))).to.equal('notFound');
    await answerTimes(deps, token, 5, chosen('3'));
    expect(await refusalOf(answerQuestionnaire(deps, { token, once: 'a', code: '', chosen: {} }))).to.equal(
      'invalid Q01:nothingChosen',
    );
    service.setClock('2026-12-02T22:30:00.000Z');
    expect([await asked(), await closeQuestionnaires(deps, deps.clock.now())]).to.deep.equal([true, 0]);
    service.setClock('2026-12-02T23:05:00.000Z');
    expect(await asked()).to.equal(false);
    expect(await refusalOf(answerTimes(deps, token, 1))).to.equal('refused questionnaireClosed');
    expect(await closeQuestionnaires(deps, deps.clock.now())).to.equal(1);
    expect(await closeQuestionnaires(deps, deps.clock.now())).to.equal(0);
    expect((await now(one)).answers).to.equal(5);

    const next = await openedQuestionnaire(deps, owner, id);
    const { revision } = await currentApplication(deps, id);
    await withdrawApplication(deps, owner, { applicationId: id, revision });
    expect((await openSheet(deps, next.token)).isOpen).to.equal(false);
    expect(await refusalOf(answerTimes(deps, next.token, 1))).to.equal('refused questionnaireClosed');
    expect(await refusalOf(attach(owner, one))).to.equal('refused applicationOver');
  });

  it('becomes evidence once, for those who hold the file and nobody else', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id: one, token } = await openedQuestionnaire(deps, owner, id);
    await answerTimes(deps, token, 13);
    await endQuestionnaire(deps, at(one));
    const [document, same] = await Promise.all([attach(owner, one), attach(owner, one)]);
    expect([same, await attach(owner, one)]).to.deep.equal([document, document]);
    const copy = requireVisible(await deps.store.selfAssessment(id));
    const joined = copy.answers.filter(({ files }) => files?.includes(document ?? ''));
    expect(joined.map(({ criterion }) => criterion)).to.have.members([
      ...new Set(statements.map(({ criterion }) => criterion)),
    ]);
    const [evidence] = await deps.store.evidenceOf(id);
    expect(evidence).to.deep.include({
      contentType: 'application/pdf',
      madeFrom: { questionnaireId: one, answers: 10, working: 12 },
      from: '2026-11-02',
      until: '2026-11-02',
    });
    const seen = await refusalOf(listEvidence(deps, cast.reviewers[0], id));
    expect(seen, 'before it is theirs').to.equal('notFound');
    await advanceToEvaluation(deps, cast, id, owner);
    for (const reviewer of cast.reviewers) {
      const [frozen] = await listEvidence(deps, reviewer, id);
      expect(frozen?.madeFrom).to.deep.equal(evidence?.madeFrom);
      const { bytes } = await readEvidence(deps, reviewer, requireVisible(frozen).id);
      expect(bytes.subarray(0, 5).toString()).to.equal('%PDF-');
    }
    for (const other of [cast.committee[0], await service.person('other', 'reviewer')])
      expect(await refusalOf(listEvidence(deps, other, id))).to.equal('notFound');
  });

  it('is exported in sums, told in the journal without any, and erased with the organisation', async () => {
    const { deps, connection } = service;
    const { id: one, token } = await openedQuestionnaire(deps, owner, id);
    await answerTimes(deps, token, 6, chosen('2'));
    const exported = async () => {
      const { parts } = await exportOrganisation(deps, owner, { organisationId });
      const part = parts.find(({ name }) => name.endsWith('questionnaires.json'));
      return JSON.stringify(part);
    };
    expect(await exported())
      .to.not.include('[0,6')
      .and.not.include(token);
    await endQuestionnaire(deps, at(one));
    expect(await exported()).to.not.include(token);
    const lines = await deps.store.records(`questionnaires/${id}`);
    expect(lines.map(({ facts, data }) => [facts, data])).to.deep.equal([
      [['questionnaire.opened'], { questionnaireId: one }],
      [['questionnaire.closed'], { questionnaireId: one }],
    ]);
    expect((await createJournal(connection).verify()).faults).to.deep.equal([]);
    await attach(owner, one);
    await openedQuestionnaire(deps, owner, id);
    await eraseOrganisation(deps, owner, { organisationId, typed: specimen.organisation.name });
    expect(await deps.store.questionnairesOf(id)).to.deep.equal([]);
    expect(await deps.store.evidenceOf(id)).to.deep.equal([]);
    expect(await refusalOf(openSheet(deps, token))).to.equal('notFound');
  });
});
