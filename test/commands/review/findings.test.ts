import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { readEvidence } from '../../../src/commands/application/views/readEvidence.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { digestOf } from '../../../src/commands/desk/digest/digestOf.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { giveNotice } from '../../../src/commands/label/sanctions/notice.ts';
import { labelTasks } from '../../../src/commands/label/views/labelTasks.ts';
import { listFollowUp } from '../../../src/commands/label/views/listFollowUp.ts';
import {
  acceptCorrection,
  rejectCorrection,
  submitCorrection,
} from '../../../src/commands/review/findings/corrections.ts';
import {
  extendFinding,
  type Judgement,
  judgeFinding,
  proposeAction,
  submitProof,
} from '../../../src/commands/review/findings/findings.ts';
import { viewReviewFindings } from '../../../src/commands/review/views/viewFindings.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  type Cast,
  castOf,
  currentApplication,
  deliver,
  deliverWithoutCall,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { finding, minutes, openFinding, statutes, withFindings } from '../../support/correctionRound.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('findings', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('findings');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const major = async () => {
    const { id: findingId, revision } = await openFinding(service.deps, id, 'major');
    return { findingId, revision };
  };
  const minor = async () => {
    const { id: findingId, revision } = await openFinding(service.deps, id, 'minor');
    return { findingId, revision };
  };
  const propose = async (person = owner, action = 'Nous changeons les statuts en mai.') =>
    refusalOf(proposeAction(service.deps, person, { ...(await major()), action }));
  const prove = async (proof: string, documents: readonly string[] = [], person = owner) =>
    refusalOf(submitProof(service.deps, person, { ...(await major()), proof, documents }));
  const judge = async (judgement: Judgement, reason: string, person: Person = cast.reviewers[0]) =>
    refusalOf(judgeFinding(service.deps, person, { ...(await major()), judgement, reason }));
  const send = async (person = owner) => refusalOf(submitCorrection(service.deps, person, await at()));
  const accept = async (reason = 'Tout est corrigé.', person: Person = cast.reviewers[0]) =>
    refusalOf(acceptCorrection(service.deps, person, { ...(await at()), reason }));
  const reject = async (reason: string, person: Person = cast.reviewers[0]) =>
    refusalOf(rejectCorrection(service.deps, person, { ...(await at()), reason }));
  const subjects = () =>
    service.letters
      .splice(0)
      .map(({ to, subject }) => `${to.split('@')[0]}: ${subject.replaceAll('\u00a0', ' ')}`);

  it('start when both reviews are delivered, and not earlier', async () => {
    const { deps } = service;
    const [first = '', second = ''] = await advanceToEvaluation(deps, cast, id, owner);
    await deliverWithoutCall(deps, cast.reviewers[0], first, {
      'FIN-01': finding('major', statutes),
      'GOU-02': finding('minor', minutes),
    });
    expect(await deps.store.findingsOf(id), 'the other reviewer could read them').to.deep.equal([]);
    expect((await currentApplication(deps, id)).context.openFindings, 'nor count them').to.equal(0);
    expect(await refusalOf(viewReviewFindings(deps, cast.reviewers[1], second))).to.equal('notFound');
    await deliver(deps, cast.reviewers[1], second);

    const { state, context } = await currentApplication(deps, id);
    expect([state, context.openFindings]).to.deep.equal(['correction', 1]);
    const all = await deps.store.findingsOf(id);
    expect(
      all.map(({ text, place, state: is, context: c }) => [text, place.criterion, is, c.grade]),
    ).to.deep.equal([
      [statutes, 'FIN-01', 'raised', 'major'],
      [minutes, 'GOU-02', 'raised', 'minor'],
    ]);
    expect(all[0]?.context.dueAt, 'as long as the file is corrected').to.equal(context.dueAt);
    expect(all[1]?.context.dueAt.slice(0, 10), '180 days').to.equal('2027-05-01');
    expect(all[0]?.context.reviewers).to.deep.equal(cast.reviewers.map((person) => person.id));
    await service.work();
    expect(subjects().filter((line) => line.includes('corriger'))).to.deep.equal([
      `owner: Votre demande ${id} : il reste à corriger`,
    ]);
  });

  it('are answered, returned, proven, returned again and closed, up to the end of the correction', async () => {
    const { deps } = service;
    const { reviewIds } = await withFindings(deps, cast, id, owner);
    await service.work();
    subjects();
    expect(await propose(owner, ' ')).to.equal('refused actionGiven');
    expect(await prove('Fait.')).to.equal('refused wrongState');
    expect(await propose(cast.moderator)).to.equal('notFound');
    expect(await send()).to.equal('refused findingsAnswered');
    expect(await propose()).to.equal('taken');
    expect(await judge('returnAction', ' ')).to.equal('refused reasonGiven');
    expect(await judge('returnAction', 'Non.', cast.moderator)).to.equal('notFound');
    expect(await judge('acceptAction', '', cast.officer)).to.equal('refused judgesThisFinding');
    expect(await judge('acceptAction', '', owner)).to.equal('notFound');
    expect(await judge('returnAction', 'Mai est trop tard.')).to.equal('taken');
    expect(await propose(owner, 'Assemblée extraordinaire en mars.')).to.equal('taken');
    expect(await judge('acceptAction', '')).to.equal('taken');
    expect(await prove(' ')).to.equal('refused proofGiven');
    expect(await prove('', ['nowhere'])).to.equal('notFound');
    const file = { applicationId: id, name: 'statuts.txt', bytes: Buffer.from('But : …') };
    const evidence = await addEvidence(deps, owner, file);
    expect(await refusalOf(readEvidence(deps, cast.reviewers[1], evidence.id)), 'not sent yet').to.equal(
      'notFound',
    );
    expect(await prove('', [evidence.document])).to.equal('taken');
    expect(await refusalOf(readEvidence(deps, cast.reviewers[1], evidence.id))).to.equal('taken');
    expect(await judge('close', '')).to.equal('refused reasonGiven');
    expect(await accept()).to.equal('refused wrongState');
    expect(await send(cast.officer)).to.equal('notFound');
    expect(await send()).to.equal('taken');
    expect((await currentApplication(deps, id)).state).to.equal('verification');
    for (const reviewer of cast.reviewers)
      expect((await digestOf(deps, reviewer)).lines.map(({ what }) => what)).to.deep.equal([
        'digest.what.correction',
      ]);
    expect(await accept()).to.equal('refused findingsClosed');
    expect(await reject('Il manque la signature.')).to.equal('refused proofsJudged');
    expect(await judge('returnProof', 'La signature manque.')).to.equal('taken');
    expect(await prove('Signé.'), 'it is being verified').to.equal('refused notInCorrection');
    expect(await reject(' ')).to.equal('refused reasonGiven');
    expect(await reject('Il manque la signature.', cast.moderator)).to.equal('notFound');
    expect(await reject('Il manque la signature.')).to.equal('taken');
    expect((await currentApplication(deps, id)).state).to.equal('correction');
    expect(await send()).to.equal('refused findingsAnswered');
    expect(await prove('Signé le 3 mars.')).to.equal('taken');
    expect(await send()).to.equal('taken');
    expect(await judge('close', 'Les statuts sont en ordre.', cast.reviewers[1])).to.equal('taken');
    expect(await accept('')).to.equal('refused reasonGiven');
    expect(await accept()).to.equal('taken');
    const { state, context } = await currentApplication(deps, id);
    expect([state, context.openFindings]).to.deep.equal(['recommendation', 0]);

    const [done] = await deps.store.findingsOf(id);
    expect(done?.words.map(({ step }) => step)).to.deep.equal([
      'proposeAction',
      'returnAction',
      'proposeAction',
      'acceptAction',
      'submitProof',
      'returnProof',
      'submitProof',
      'close',
    ]);
    expect((await viewReviewFindings(deps, cast.reviewers[0], reviewIds[0])).lines).to.have.length(2);
    await service.work();
    const sent = subjects();
    for (const part of [
      'action à revoir',
      'action acceptée',
      'preuve à compléter',
      'est levée',
      'à compléter',
    ])
      expect(sent.join('\n')).to.include(part);
    const verdict = await createJournal(service.connection).verify();
    expect(verdict.faults).to.deep.equal([]);
  });

  it('that are late are reported to the officers, who extend them once', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner);
    const extend = async (
      dueOn: string,
      person: Person = cast.officer,
      reason = 'Le comptable est malade.',
    ) => refusalOf(extendFinding(deps, person, { ...(await minor()), dueOn, reason }));
    expect(await extend('2027-08-01')).to.equal('refused wrongState');
    // The major one waits for its file, which lapses by itself; so only the minor one of a file that goes on is late.
    await service.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { state: 'recommendation', 'context.dueAt': null } });
    service.setClock('2027-05-01T12:00:00.000Z');
    await expireDeadlines(deps, deps.clock.now());
    expect((await openFinding(deps, id, 'minor')).state).to.equal('raised');
    service.setClock('2027-05-02T08:00:00.000Z');
    await service.work();
    subjects();
    await expireDeadlines(deps, deps.clock.now());
    await expireDeadlines(deps, deps.clock.now());
    expect((await openFinding(deps, id, 'minor')).state).to.equal('escalated');
    await service.work();
    expect(subjects()).to.include(`owner: Votre demande ${id} : délai passé pour une non-conformité`);
    const { lines } = await digestOf(deps, cast.officer);
    expect(lines.map(({ what }) => what)).to.include('digest.what.findingLate');
    expect(
      await refusalOf(proposeAction(deps, owner, { ...(await minor()), action: 'Trop tard.' })),
    ).to.equal('refused wrongState');
    expect(await extend('2027-05-01')).to.equal('refused dueInFuture');
    expect(await extend('2027-08-01', cast.reviewers[0])).to.equal('refused didNotScore');
    expect(await extend('2027-08-01', cast.officer, ' ')).to.equal('refused reasonGiven');
    expect(await extend('2027-08-01')).to.equal('taken');
    const { state, context } = await openFinding(deps, id, 'minor');
    expect([state, context.dueAt.slice(0, 10)]).to.deep.equal(['raised', '2027-08-01']);
  });

  it('of a file in correction are not late before its deadline, and end with it', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner);
    await propose();
    await service.work();
    service.setClock('2027-06-01T08:00:00.000Z');
    await expireDeadlines(deps, deps.clock.now());
    expect((await currentApplication(deps, id)).state).to.equal('lapsed');
    await service.work();
    const states = (await deps.store.findingsOf(id)).map(({ state }) => state);
    expect(states).to.deep.equal(['dropped', 'dropped']);
    await service.work();
  });

  it('end when the applicant withdraws, and are not reopened', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner);
    const target = await major();
    await withdrawApplication(deps, owner, await at());
    await service.work();
    expect((await deps.store.findingsOf(id)).map(({ state }) => state)).to.deep.equal(['dropped', 'dropped']);
    const late = proposeAction(deps, owner, { ...target, revision: target.revision + 1, action: 'Encore.' });
    expect(await refusalOf(late)).to.equal('refused notInCorrection');
  });

  it('that stay open continue under the label, where the officers judge them', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner, { 'GOU-02': finding('minor', minutes) });
    expect((await currentApplication(deps, id)).state, 'a minor one stops nothing').to.equal(
      'recommendation',
    );
    const number = await advanceToLabel(deps, cast, id, owner);
    expect((await openFinding(deps, id, 'minor')).context.labelNumber).to.equal(number);
    const { organisationId } = requireVisible(owner.memberships[0]);
    const waiting = async () => {
      const tasks = await labelTasks(deps, owner, { organisationId, number });
      const { lines } = await listFollowUp(deps, cast.officer);
      return [...tasks, ...lines].map(({ what }) => what);
    };
    expect(await waiting()).to.deep.equal(['finding']);
    const said = { action: 'Nous l’écrivons.' };
    expect(await refusalOf(proposeAction(deps, owner, { ...(await minor()), ...said }))).to.equal('taken');
    const answer = async (person: Person) =>
      refusalOf(judgeFinding(deps, person, { ...(await minor()), judgement: 'acceptAction', reason: '' }));
    expect(await answer(cast.reviewers[0])).to.equal('refused judgesThisFinding');
    expect(await waiting()).to.deep.equal(['findingAnswered']);
    expect(await answer(cast.officer)).to.equal('taken');
    expect(await waiting(), 'what was promised').to.deep.equal(['commitment']);
    const { dueAt } = (await openFinding(deps, id, 'minor')).context;
    service.setClock(dueAt);
    await expireDeadlines(deps, new Date(dueAt));
    expect(await waiting()).to.deep.equal(['findingEscalated']);
    await service.work();
    const { revision } = requireVisible(await deps.store.label(number));
    const on = addDays(dayOf(dueAt), 1);
    await giveNotice(deps, owner, { number, revision, on, reason: 'Nous fermons.' });
    const after = new Date(Date.parse(dueAt) + 2 * 86_400_000);
    service.setClock(after.toISOString());
    await expireDeadlines(deps, after);
    await service.work();
    expect((await deps.store.findingsOf(id)).map(({ state }) => state)).to.deep.equal(['dropped']);
    expect(await waiting(), 'but that its mark is gone').to.deep.equal(['markRemoval']);
  });

  it('are hidden from people barred from the organisation', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner);
    const { id: findingId } = await openFinding(deps, id, 'major');
    const { organisationId } = requireVisible(owner.memberships[0]);
    expect(await deps.store.seenBy({ except: [organisationId] }).finding(findingId)).to.equal(null);
    expect(await deps.store.seenBy({ only: ['another'] }).findingsOf(id)).to.deep.equal([]);
    const insider = await updatePerson(deps, cast.reviewers[0], {
      memberships: [{ organisationId, role: 'reader' }],
    });
    expect(await propose(insider), 'a reader writes nothing').to.equal('notFound');
    expect(await judge('returnAction', 'Non.', insider), 'nor judges what is their own').to.equal('notFound');
  });
});
