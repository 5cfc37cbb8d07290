import { expect } from 'chai';
import { remindOfAnswers } from '../../../src/commands/application/remindOfAnswers.ts';
import {
  type AskedItem,
  requestInformation,
} from '../../../src/commands/application/screening/requestInformation.ts';
import {
  acceptApplication,
  declareIneligible,
} from '../../../src/commands/application/screening/screenApplication.ts';
import { answerInformation } from '../../../src/commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../src/commands/application/selfAssessment/saveInformation.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { minReasonLength } from '../../../src/commands/common/requireReason.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { LabelError } from '../../../src/errors.ts';
import type { LetterKind } from '../../../src/letters/letters.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const whole = { place: null, question: 'Qui signe pour vous ?' };
const about = { place: { offerId: '', criterion: 'FIN-01' }, question: 'Quelle page des statuts ?' };

/** How a command refused, whole. */
async function refusal(work: Promise<unknown>): Promise<LabelError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LabelError) return error;
  throw error ?? new Error('it was taken');
}

describe('questions of the office and their answers', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('information');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
  });
  afterEach(async () => {
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
    await service.stop();
  });

  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const ask = async (items: readonly AskedItem[] = [whole, about], who: Person = cast.officer) =>
    requestInformation(service.deps, who, { ...(await at()), items });
  const items = async () =>
    requireVisible((await currentApplication(service.deps, id)).information?.at(-1)).items;
  const save = (answers: readonly { id: string; answer: string }[], wasShown = (_: string) => true) =>
    saveInformation(service.deps, owner, {
      applicationId: id,
      answers: answers.map((typed) => ({ ...typed, wasShown })),
    });
  const answerAll = async () => {
    await save((await items()).map(({ id: item }) => ({ id: item, answer: `Réponse ${item}` })));
    return answerInformation(service.deps, owner, { applicationId: id });
  };
  const mailed = async (kind: LetterKind) => {
    await service.work();
    return service.letters.filter((letter) => letter.kind === kind);
  };

  it('pause the file, point to its parts, and give the organisation its working days', async () => {
    service.setClock('2026-11-04T09:00:00.000Z');
    await ask();
    const file = await currentApplication(service.deps, id);
    expect(file.state).to.equal('informationRequested');
    expect(file.context.dueAt).to.equal('2026-12-02T22:59:59.999Z');
    expect((await items()).map(({ place, question, answer }) => ({ place, question, answer }))).to.deep.equal(
      [
        { ...whole, answer: '' },
        { ...about, answer: '' },
      ],
    );
    const [letter] = await mailed('informationRequested');
    expect(letter?.to).to.equal(owner.email);
    expect(letter?.text).to.include('1. Qui signe pour vous ?').and.include('2 décembre 2026');
  });

  it('are refused with a reason: none, too many, unknown part, wrong role, too many rounds', async () => {
    const before = await currentApplication(service.deps, id);
    expect((await refusal(ask([]))).reasons).to.deep.equal(['itemsNamed']);
    expect((await refusal(ask(Array.from({ length: 21 }, () => whole)))).code).to.equal('invalid');
    for (const place of [
      { offerId: '', criterion: 'OFR-01' },
      { offerId: 'none', criterion: 'OFR-01' },
      { offerId: '', criterion: 'XXX-99' },
    ]) {
      const { faults } = await refusal(ask([{ place, question: '?' }]));
      expect(faults, JSON.stringify(place)).to.deep.include({ field: 'place.1', code: 'notAnOption' });
    }
    expect((await refusal(ask([whole], cast.reviewers[0]))).code).to.equal('notFound');
    expect((await refusal(ask([whole], owner))).code).to.equal('notFound');
    expect(await currentApplication(service.deps, id)).to.deep.equal(before);
    for (let round = 1; round <= 2; round += 1) {
      await ask();
      await answerAll();
    }
    expect((await refusal(ask())).reasons).to.deep.equal(['roundsLeft']);
  });

  it('keep drafts of answers separately, and overwrite none unseen', async () => {
    await ask();
    const [first, second] = await items();
    await Promise.all([
      save([{ id: requireVisible(first).id, answer: 'un' }]),
      save([{ id: requireVisible(second).id, answer: 'deux' }]),
    ]);
    expect((await items()).map(({ answer }) => answer)).to.deep.equal(['un', 'deux']);
    const both = [
      { id: requireVisible(first).id, answer: 'autre' },
      { id: requireVisible(second).id, answer: 'deux et demi' },
    ];
    const overtaken = await refusal(save(both, (kept) => kept !== 'un'));
    expect(overtaken.faults).to.deep.equal([
      { field: `answer.${requireVisible(first).id}`, code: 'answeredMeanwhile' },
    ]);
    expect((await items()).map(({ answer }) => answer)).to.deep.equal(['un', 'deux et demi']);
  });

  it('are sent whole, with a new snapshot of the working copy, back to where they came from', async () => {
    await ask();
    const [first, second] = await items();
    await save([{ id: requireVisible(first).id, answer: 'La présidente.' }]);
    const early = await refusal(answerInformation(service.deps, owner, { applicationId: id }));
    expect(early.reasons).to.deep.equal(['itemsAnswered']);
    expect(early.faults).to.deep.equal([
      { field: `answer.${requireVisible(second).id}`, code: 'unanswered' },
    ]);
    const digest = await answerAll();
    const file = await currentApplication(service.deps, id);
    expect([file.state, file.context.snapshots, file.context.dueAt]).to.deep.equal(['screening', 2, null]);
    const snapshot = requireVisible(await service.deps.store.snapshot(id, 2));
    const frozen = requireVisible(await service.deps.store.snapshot(id, 1));
    expect(snapshot.digest).to.equal(digest);
    expect(snapshot.content.declarations).to.deep.equal(frozen.content.declarations);
    expect(snapshot.content.assessment).to.deep.equal(frozen.content.assessment);
    expect(requireVisible(file.information?.[0]).answeredAt).to.equal(snapshot.at);
    expect((await mailed('informationAnswered')).map(({ to }) => to)).to.deep.equal([cast.officer.email]);
    const again = await refusal(answerInformation(service.deps, owner, { applicationId: id }));
    expect(again.reasons).to.deep.equal(['wrongState']);
    expect((await refusal(save([]))).reasons).to.deep.equal(['wrongState']);
  });

  it('are sent once by two at the same time, and the second sender is told', async () => {
    await ask();
    await save((await items()).map(({ id: item }) => ({ id: item, answer: 'oui' })));
    const sent = await Promise.allSettled(
      [1, 2].map(() => answerInformation(service.deps, owner, { applicationId: id })),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect((await currentApplication(service.deps, id)).context.snapshots).to.equal(2);
  });

  it('are announced to the other officers when the file is closed to the one who asked', async () => {
    const earlier = (...people: readonly string[]) =>
      service.connection
        .collection<{ _id: string }>('applications')
        .updateOne({ _id: id }, { $set: { 'context.earlierPeople': people } });
    await ask();
    await earlier(cast.officer.id);
    await answerAll();
    expect((await mailed('informationAnswered')).map(({ to }) => to)).to.deep.equal([cast.rapporteur.email]);
    await earlier();
  });

  it('come from the recommendation too, and go back there', async () => {
    const other = await filledDraft(service.deps, await service.person('owner-2'));
    ({ id, owner } = other);
    const reviews = await advanceToEvaluation(service.deps, cast, id, owner);
    for (const [i, review] of reviews.entries())
      await deliver(service.deps, cast.reviewers[i as 0 | 1], review);
    await ask([about], cast.rapporteur);
    expect((await currentApplication(service.deps, id)).context.returnTo).to.equal('recommendation');
    await answerAll();
    expect((await currentApplication(service.deps, id)).state).to.equal('recommendation');
    expect((await mailed('informationAnswered')).map(({ to }) => to)).to.deep.equal([cast.rapporteur.email]);
  });

  it('get reminders five working days and one day before the deadline, once each, and then lapse', async () => {
    service.setClock('2026-11-04T09:00:00.000Z');
    await ask();
    const remind = (day: string) => remindOfAnswers(service.deps, new Date(`${day}T06:10:00.000Z`));
    const dates = [
      '2026-11-24',
      '2026-11-25',
      '2026-11-25',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
    ];
    const counts: number[] = [];
    for (const day of dates) {
      counts.push(await remind(day));
      service.setClock(`${day}T06:11:00.000Z`);
      await service.work();
    }
    expect(counts).to.deep.equal([0, 1, 0, 0, 1, 0, 0]);
    const reminders = await mailed('answerDue');
    expect(reminders).to.have.length(2);
    expect(reminders[0]?.text).to.include('5 jours ouvrables').and.not.include('retard');
    expect(reminders[1]?.text).to.include('un jour ouvrable').and.not.include('rappel antérieur');
    expect(await expireDeadlines(service.deps, new Date('2026-12-02T22:59:59.999Z'))).to.equal(1);
    expect((await currentApplication(service.deps, id)).state).to.equal('lapsed');
    service.setClock('2026-12-02T23:00:00.000Z');
    const [lapsed] = await mailed('applicationLapsed');
    expect(lapsed?.text).to.include('vos réponses').and.include('nouvelle demande');
  });

  it('get one reminder for those that were missed while the service stood still, or that no worker took', async () => {
    service.setClock('2026-11-04T09:00:00.000Z');
    await ask();
    expect(await remindOfAnswers(service.deps, new Date('2026-12-01T06:10:00.000Z'))).to.equal(1);
    service.setClock('2026-12-01T06:11:00.000Z');
    const [one, none] = await mailed('answerDue');
    expect(one?.text).to.include('un jour ouvrable').and.include('remplace aussi un rappel antérieur');
    expect(none).to.equal(undefined);
    // A second clock, or the first one gone back.
    for (const day of ['2026-12-01', '2026-11-25'])
      expect(await remindOfAnswers(service.deps, new Date(`${day}T06:10:00.000Z`)), day).to.equal(0);
  });

  it('get one letter of two reminders that waited for a worker, and it says that it is late', async () => {
    service.setClock('2026-11-04T09:00:00.000Z');
    await ask();
    for (const day of ['2026-11-25', '2026-12-01'])
      expect(await remindOfAnswers(service.deps, new Date(`${day}T06:10:00.000Z`)), day).to.equal(1);
    service.setClock('2026-12-02T09:00:00.000Z');
    const [one, none] = await mailed('answerDue');
    expect(one?.text)
      .to.include('un jour ouvrable')
      .and.match(/aurait dû partir le 1(er)? décembre 2026/);
    expect(none).to.equal(undefined);
  });

  it('are not needed when the file ends at screening with reasons and an appeal period', async () => {
    service.setClock('2026-11-04T09:00:00.000Z');
    const reason = 'Cette activité figure parmi les exclusions du référentiel, EXC-4.';
    const declare = async (who: Person, text = reason) =>
      declareIneligible(service.deps, who, { ...(await at()), reason: text });
    const short = await refusal(declare(cast.officer, ' '.repeat(50)));
    expect(short.faults).to.deep.equal([
      { field: 'reason', code: 'tooShort', params: { min: minReasonLength } },
    ]);
    expect((await refusal(declare(owner))).reasons).to.have.members(['notOfTheOrganisation', 'didNotApply']);
    await declare(cast.officer);
    const file = await currentApplication(service.deps, id);
    expect([file.state, file.decisionReason]).to.deep.equal(['refused', reason]);
    expect(file.context.dueAt, '4 December, a Friday').to.equal('2026-12-04T22:59:59.999Z');
    const [letter] = await mailed('decisionAnnounced');
    expect(letter?.text).to.include('4 décembre 2026').and.not.include(reason);
    expect(letter?.text).to.include('n’est pas recevable').and.not.include('cette fois');
  });

  it('end when the owner withdraws the application, once, and not after the decision', async () => {
    const editor = {
      ...cast.moderator,
      memberships: [{ ...requireVisible(owner.memberships[0]), role: 'editor' as const }],
    };
    const withdraw = async (who: Person) => withdrawApplication(service.deps, who, await at());
    expect((await refusal(withdraw(editor))).reasons).to.deep.equal(['byOwner']);
    expect((await refusal(withdraw(cast.officer))).code).to.equal('notFound');
    await withdraw(owner);
    expect((await currentApplication(service.deps, id)).state).to.equal('withdrawn');
    expect((await refusal(withdraw(owner))).reasons).to.deep.equal(['wrongState']);
    const told = (await mailed('applicationWithdrawn')).map(({ to }) => to);
    expect(told).to.have.members([cast.officer.email, cast.rapporteur.email]);
    expect((await refusal(acceptApplication(service.deps, cast.officer, await at()))).code).to.equal(
      'refused',
    );
  });

  it('follow the current working copy, not the first submission', async () => {
    await ask();
    await setFacts(service.deps, owner, { applicationId: id, offerId: '', facts: { F01: 9 } });
    await answerAll();
    const snapshot = requireVisible(await service.deps.store.snapshot(id, 2));
    expect(snapshot.content.assessment.facts.F01).to.equal(9);
    expect((await service.deps.store.snapshot(id, 1))?.content.assessment.facts.F01).to.not.equal(9);
  });
});
