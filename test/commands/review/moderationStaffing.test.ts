import { expect } from 'chai';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { listEvidence } from '../../../src/commands/application/views/readEvidence.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { viewFile } from '../../../src/commands/desk/viewFile.ts';
import type { Person, ReviewerProfile } from '../../../src/commands/items/items.ts';
import { enrolPerson } from '../../../src/commands/people/accounts/enrolPerson.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { releaseReviewer } from '../../../src/commands/review/assignment/releaseReviewer.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { moderateApplication } from '../../../src/commands/review/evaluation/moderateApplication.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { listReviews } from '../../../src/commands/review/views/listReviews.ts';
import { viewModeration } from '../../../src/commands/review/views/viewModeration.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  assignModerator,
  type Cast,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const apart = { 'FIN-01': { level: 1, comment: 'Le but n’est pas dans les statuts.' } } as const;

describe('the moderator of two diverging reviews', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('staffing');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
    const [first = '', second = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    await deliver(service.deps, cast.reviewers[0], first);
    await deliver(service.deps, cast.reviewers[1], second, apart);
  });
  afterEach(() => service.stop());

  const faults = async () => (await createJournal(service.connection).verify()).faults;

  const invite = async (person: Person) =>
    refusalOf(inviteReviewer(service.deps, cast.officer, { applicationId: id, personId: person.id }));
  const invited = (person: Person) =>
    inviteReviewer(service.deps, cast.officer, { applicationId: id, personId: person.id });
  const accept = (person: Person, reviewId: string) =>
    refusalOf(answerInvitation(service.deps, person, { reviewId, accept: true, noConflictDeclared: true }));
  const settle = async (person: Person) => {
    const scores = [{ offerId: '', criterion: 'FIN-01', level: 2, comment: 'Article 2.' }] as const;
    const { revision } = await currentApplication(service.deps, id);
    return refusalOf(moderateApplication(service.deps, person, { applicationId: id, revision, scores }));
  };
  /** What a person meets of the file: the row to settle it, its page, its evidence, and what settling it says. */
  const meets = async (person: Person) => {
    const { deps } = service;
    const rows = await listReviews(deps, person).catch(() => null);
    return {
      row: rows?.moderations.some(({ applicationId }) => applicationId === id) ?? false,
      page: (await refusalOf(viewModeration(deps, person, id))) === 'taken',
      evidence: (await refusalOf(listEvidence(deps, person, id))) === 'taken',
      settled: (await settle(person)) === 'taken',
    };
  };
  const nothing = { row: false, page: false, evidence: false, settled: false };
  const profile = (person: Person, change: Partial<ReviewerProfile>) =>
    service.connection
      .collection<{ _id: string }>('reviewers')
      .updateOne({ _id: person.id }, { $set: change });
  const set = (change: object) =>
    service.connection.collection<{ _id: string }>('applications').updateOne({ _id: id }, { $set: change });

  it('must be invited, whatever their role, like a reviewer', async () => {
    const { deps } = service;
    const reviewer = (label: string) => service.person(label, 'reviewer');
    const notAdmitted = await enrolPerson(deps, {
      email: 'new@specimen.example',
      name: 'Spécimen new',
      language: 'fr',
      roles: ['reviewer'],
    });
    const suspended = await reviewer('suspended');
    await profile(suspended, { suspendedOn: '2026-11-01' });
    const away = await reviewer('away');
    await profile(away, { awayFrom: '2026-10-01', awayUntil: '2027-01-31' });
    const loaded = await reviewer('loaded');
    await profile(loaded, { capacity: 0 });
    const tied = await reviewer('tied');
    const { organisationId } = (await currentApplication(deps, id)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-15', note: '' } as const;
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    const earlier = await reviewer('earlier');
    const screened = await reviewer('screened');
    await set({ 'context.earlierPeople': [earlier.id], 'context.screenedBy': screened.id });
    const free = await reviewer('free');

    const table: readonly [string, Person, string][] = [
      ['not admitted', notAdmitted, 'refused competent'],
      ['suspended', suspended, 'refused competent'],
      ['away', away, 'refused competent'],
      ['over the load cap', loaded, 'refused underLoadCap'],
      ['with a tie', tied, 'refused noConflict'],
      ['reviewer of the file', cast.reviewers[0], 'refused newToThisFile'],
      ['of an earlier round', earlier, 'refused newToThisFile'],
      ['screened it', screened, 'refused newToThisFile'],
      ['officer', cast.officer, 'refused invitesOthers'],
      ['free', free, 'taken'],
    ];
    for (const [kind, person, asked] of table) {
      const { evidence, ...others } = await meets(person);
      expect(others, kind).to.deep.equal({ row: false, page: false, settled: false });
      const reads = person === cast.officer || person === cast.reviewers[0];
      expect(evidence, kind).to.equal(reads);
      expect(await invite(person), kind).to.equal(asked);
    }
    expect(await settle(cast.moderator), 'named in no invitation').to.equal('refused moderationAccepted');
  });

  it('sees the file from the acceptance on only', async () => {
    const { deps } = service;
    const reviewId = await invited(cast.moderator);
    expect(await meets(cast.moderator), 'invited').to.deep.equal(nothing);
    expect((await listReviews(deps, cast.moderator)).reviews.map(({ stage }) => stage)).to.deep.equal([
      'invitation',
    ]);
    const other = await service.person('other', 'reviewer');
    expect(await invite(other), 'one person is enough').to.equal('refused enoughInvited');
    expect(await accept(other, reviewId), 'not theirs').to.equal('notFound');

    expect(await accept(cast.moderator, reviewId)).to.equal('taken');
    expect(await meets(other)).to.deep.equal(nothing);
    const score = { offerId: '', criterion: 'FIN-01', level: 3, comment: '' } as const;
    expect(await refusalOf(scoreCriterion(deps, cast.moderator, { reviewId, score }))).to.equal('notFound');
    expect(await refusalOf(viewReview(deps, cast.moderator, reviewId))).to.equal('notFound');
    expect(await meets(cast.moderator), 'accepted').to.deep.equal({
      row: true,
      page: true,
      evidence: true,
      settled: true,
    });
    expect((await deps.store.review(reviewId))?.state).to.equal('delivered');
    expect((await currentApplication(deps, id)).context.moderatedBy).to.equal(cast.moderator.id);
    expect(await meets(cast.moderator), 'done').to.deep.equal(nothing);
    expect(await deps.store.reviewsUnderWay([cast.moderator.id])).to.deep.equal([]);
    expect(await faults()).to.deep.equal([]);
  });

  it('counts in the workload meanwhile, and adds no scores to calibration', async () => {
    const { deps } = service;
    await assignModerator(deps, cast, id);
    expect(await deps.store.reviewsUnderWay([cast.moderator.id])).to.have.length(1);
    expect(await settle(cast.moderator)).to.equal('taken');
    const delivered = await deps.store.deliveredReviewsOf([id]);
    expect(delivered.map(({ personId }) => personId)).to.have.members(cast.reviewers.map((one) => one.id));
    expect(await deps.store.deliveredReviews(10, cast.moderator.id)).to.deep.equal([]);
  });

  it('is replaced after declining, not answering, release or a tie; the next one is invited', async () => {
    const { deps } = service;
    const people = [cast.moderator];
    for (const label of ['m2', 'm3', 'm4', 'm5']) people.push(await service.person(label, 'reviewer'));
    const open = async () =>
      (await deps.store.reviewsOf(id)).filter(
        ({ state, context }) => context.task === 'moderation' && ['invited', 'scoring'].includes(state),
      );
    let reviewId = await invited(cast.moderator);
    await service.work();
    const gone: Person[] = [];
    const ways: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
      declined: (person) => answerInvitation(deps, person, { reviewId, accept: false, reason: 'noTime' }),
      expired: () => {
        service.setClock('2026-12-15T08:00:00.000Z');
        return expireDeadlines(deps, deps.clock.now());
      },
      released: async (person) => {
        expect(await accept(person, reviewId)).to.equal('taken');
        await releaseReviewer(deps, cast.officer, { applicationId: id, reviewId, reason: 'Malade.' });
      },
      tied: async (person) => {
        expect(await accept(person, reviewId)).to.equal('taken');
        const { organisationId } = (await currentApplication(deps, id)).context;
        const tie = { kind: 'kin', share: null, since: '2026-01-15', note: '' } as const;
        await declareTie(deps, person, { ...tie, personId: person.id, organisationId });
      },
    };
    for (const [how, leave] of Object.entries(ways)) {
      const [review] = await open();
      const person = people.find(({ id: one }) => one === review?.context.personId);
      if (!review || !person) throw new Error(`${how}: nobody is invited`);
      await leave(person);
      await service.work();
      gone.push(person);
      expect(await meets(person), how).to.deep.equal(nothing);
      const [next] = await open();
      expect(next?.state, `${how}: the next one`).to.equal('invited');
      expect(gone.map((one) => one.id)).not.to.include(next?.context.personId);
      reviewId = next?.id ?? '';
    }
    expect(service.letters.filter(({ kind }) => kind === 'moderationInvitation')).to.have.length(5);
    expect(await faults()).to.deep.equal([]);
  });

  it('cannot accept once barred, and loses the invitation when the file ends', async () => {
    const { deps } = service;
    const reviewId = await invited(cast.moderator);
    await profile(cast.moderator, { suspendedOn: '2026-11-01' });
    expect(await accept(cast.moderator, reviewId)).to.equal('refused competent');
    await profile(cast.moderator, { suspendedOn: null, capacity: 0 });
    expect(await accept(cast.moderator, reviewId)).to.equal('refused underLoadCap');
    await profile(cast.moderator, { capacity: 3 });
    await set({ 'context.screenedBy': cast.moderator.id });
    expect(await accept(cast.moderator, reviewId)).to.equal('refused newToThisFile');
    await set({ 'context.screenedBy': cast.officer.id });
    expect(await accept(cast.moderator, reviewId)).to.equal('taken');
    await profile(cast.moderator, { suspendedOn: '2026-11-01' });
    expect(await settle(cast.moderator), 'suspended after the acceptance').to.equal('refused competent');
    const { revision } = await currentApplication(deps, id);
    await withdrawApplication(deps, owner, { applicationId: id, revision });
    await service.work();
    expect((await deps.store.review(reviewId))?.state).to.equal('voided');
  });

  it('is suggested to the office with reasons', async () => {
    const { deps } = service;
    const view = () => viewFile(deps, cast.officer, id);
    const { suggestions, teamComplete } = await view();
    const blockers = (person: Person) => suggestions.find((one) => one.person.id === person.id)?.blockers;
    expect(teamComplete).to.equal(false);
    expect(blockers(cast.moderator)).to.deep.equal([]);
    expect(blockers(cast.reviewers[0])).to.deep.equal(['newToThisFile']);
    await assignModerator(deps, cast, id);
    expect((await view()).teamComplete).to.equal(true);
  });
});
