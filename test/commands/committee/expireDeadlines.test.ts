import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { asAsked, systemActor } from '../../../src/commands/common/actor.ts';
import { applyToLabel } from '../../../src/commands/common/applyEvent.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { decideInSessionAndAnnounce as inSession } from '../../support/committeeSession.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('deadlines', () => {
  let service: TestService;
  let cast: Cast;
  beforeEach(async () => {
    service = await testService('deadlines');
    cast = await castOf(service);
  });
  afterEach(() => service.stop());

  /** What a reviewer reads of what expired. */
  const told = ({ email }: Pick<Person, 'email'>) =>
    service.letters
      .filter(({ kind, to }) => kind === 'reviewEnded' && to === email)
      .map(({ subject }) => subject.replaceAll(/[\u00a0\u202f]/g, ' '));
  const pass = (instant: string) => expireDeadlines(service.deps, new Date(instant));
  const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
  const faults = async () => (await createJournal(service.connection).verify()).faults;
  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const evaluated = async () => {
    const { id, owner } = await filledDraft(service.deps, cast.owner);
    const reviewIds = await advanceToEvaluation(service.deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(service.deps, cast.reviewers[i as 0 | 1], reviewId);
    return { id, owner };
  };
  const decideInSessionAndAnnounce = async (outcome: 'granted' | 'refused') => {
    const { deps } = service;
    const { id, owner } = await evaluated();
    const reason = 'Tout est dit.';
    await recommendApplication(deps, cast.rapporteur, { ...(await at(id)), draft: outcome, reason });
    await inSession(deps, cast, id, outcome);
    return { id, owner, dueAt: requireVisible((await currentApplication(deps, id)).context.dueAt) };
  };

  for (const [outcome, state] of [
    ['granted', 'lapsed'],
    ['refused', 'closed'],
  ] as const) {
    it(`end a file whose ${outcome === 'granted' ? 'agreement nobody signed' : 'refusal nobody appealed against'}, once, not a moment early`, async () => {
      const { id, dueAt } = await decideInSessionAndAnnounce(outcome);
      const before = (await currentApplication(service.deps, id)).state;
      expect(await pass(justBefore(dueAt))).to.equal(0);
      expect((await currentApplication(service.deps, id)).state).to.equal(before);
      expect(await pass(dueAt)).to.equal(1);
      expect(await pass(dueAt)).to.equal(0);
      expect((await currentApplication(service.deps, id)).state).to.equal(state);
      const line = (await service.deps.store.records(`applications/${id}`)).at(-1);
      expect([line?.actor, line?.event?.type]).to.deep.equal([systemActor, 'deadlinePassed']);
      expect(await faults()).to.deep.equal([]);
    });
  }

  it('expire an unanswered invitation to review; the file keeps looking', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    await acceptApplication(deps, cast.officer, await at(id));
    const personId = cast.reviewers[0].id;
    const reviewId = await inviteReviewer(deps, cast.officer, { applicationId: id, personId });
    const { dueAt } = requireVisible(await deps.store.review(reviewId)).context;
    expect(await pass(dueAt)).to.equal(1);
    await service.work();
    expect((await deps.store.review(reviewId))?.state).to.equal('expired');
    expect(told(cast.reviewers[0])).to.deep.equal([
      'L’invitation a pris fin : Boulangerie Spécimen, coopérative',
    ]);
    expect((await currentApplication(deps, id)).state).to.equal('assignment');
  });

  it('expire an undelivered review; its file looks for another reviewer and keeps the remaining one', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    const [first = '', second = ''] = await advanceToEvaluation(deps, cast, id, owner);
    await deliver(deps, cast.reviewers[0], first);
    const { dueAt } = requireVisible(await deps.store.review(second)).context;
    expect(await pass(dueAt)).to.equal(1);
    await service.work();
    expect((await deps.store.review(second))?.state).to.equal('expired');
    expect(told(cast.reviewers[1])).to.deep.equal([
      'Le délai de votre évaluation est passé : Boulangerie Spécimen, coopérative',
    ]);
    expect((await deps.store.review(first))?.state).to.equal('delivered');
    const file = await currentApplication(deps, id);
    expect(file.state).to.equal('assignment');
    expect(file.context.reviewers.map(({ personId }) => personId)).to.deep.equal([cast.reviewers[0].id]);
    expect(await faults()).to.deep.equal([]);
  });

  it('end a label the day after its last day, in the register too', async () => {
    const { deps } = service;
    const { id, owner } = await evaluated();
    const number = await advanceToLabel(deps, cast, id, owner);
    await service.work();
    const { until } = requireVisible(await deps.store.label(number)).context;
    expect(await pass(`${until}T21:00:00.000Z`)).to.equal(0);
    expect(await pass(`${until}T23:30:00.000Z`)).to.equal(1);
    expect((await deps.store.label(number))?.state).to.equal('expired');
    const entry = requireVisible(await deps.store.entry(number));
    expect([entry.state, entry.history.at(-1)?.state]).to.deep.equal(['expired', 'expired']);
    expect(await pass(`${until}T23:30:00.000Z`)).to.equal(0);
    expect(await faults()).to.deep.equal([]);
  });

  it('propose the withdrawal of a suspended label, in the register too', async () => {
    const { deps } = service;
    const { id, owner } = await evaluated();
    const number = await advanceToLabel(deps, cast, id, owner);
    await service.work();
    const dueAt = '2026-12-24T21:59:59.000Z';
    const said = {
      at: deps.clock.now().toISOString(),
      actor: asAsked({ id: cast.officer.id, roles: ['officer'] }),
    } as const;
    const because = { code: 'other', reason: 'Un chiffre manque.', todo: 'Le donner.' } as const;
    const urgent = { urgent: true, hearingUntil: dueAt, appealBy: dueAt } as const;
    const suspended = { type: 'suspend', ...because, dueAt, ...urgent, ...said } as const;
    const label = requireVisible(await deps.store.label(number));
    await deps.store.commit([applyToLabel(deps, label, suspended)]);
    expect(await pass(justBefore(dueAt))).to.equal(0);
    expect(await pass(dueAt)).to.equal(1);
    expect((await deps.store.entry(number))?.state).to.equal('withdrawalPending');
  });

  it('come in the order in which they were due, whatever is due, after weeks without a clock', async () => {
    const { deps } = service;
    const { id } = await decideInSessionAndAnnounce('refused');
    const later = await filledDraft(deps, await service.person('later'));
    await submitApplication(deps, later.owner, { applicationId: later.id, ...declarations });
    await acceptApplication(deps, cast.officer, await at(later.id));
    const invite = (personId: string) =>
      inviteReviewer(deps, cast.officer, { applicationId: later.id, personId });
    await invite(cast.reviewers[0].id);
    const early = requireVisible(await deps.store.review(await invite(cast.reviewers[1].id)));
    const move = (id: string, due: string) =>
      service.connection
        .collection<{ _id: string }>('reviews')
        .updateOne({ _id: id }, { $set: { 'context.dueAt': due } });
    const [last] = (await deps.store.reviewsOf(later.id)).filter(({ id }) => id !== early.id);
    await move(early.id, '2026-11-03T22:59:59.999Z');
    await move(requireVisible(last).id, '2027-06-01T21:59:59.999Z');
    const told: string[] = [];
    const { commit } = deps.store;
    const store: typeof deps.store = {
      ...deps.store,
      commit: (changes, parts) => {
        told.push(...changes.map(({ after }) => after.id));
        return commit(changes, parts);
      },
    };
    expect(await expireDeadlines({ ...deps, store }, new Date('2027-07-01T10:00:00.000Z'))).to.equal(3);
    expect(told).to.deep.equal([early.id, id, requireVisible(last).id]);
  });

  it('are not kept from coming by a thousand that are always refused and were due before', async () => {
    const { id, dueAt } = await decideInSessionAndAnnounce('refused');
    const finding = {
      state: 'open',
      revision: 1,
      // Of a file that is over: nothing comes of it (escalateFinding).
      context: {
        applicationId: 'A-2026-999999',
        organisationId: 'none',
        dueAt: '2026-11-03T22:59:59.999Z',
        grade: 'major',
        labelNumber: null,
      },
    };
    const file = await service.connection.collection<{ _id: string }>('applications').findOne({ _id: id });
    await service.connection
      .collection<{ _id: string; state: string }>('applications')
      .insertOne({ ...file, _id: 'A-2026-999999', state: 'withdrawn' });
    const findings = Array.from({ length: 1100 }, (_, i) => ({ _id: `F${i}`, ...finding }));
    await service.connection.collection<(typeof findings)[number]>('findings').insertMany(findings);
    expect(await pass(dueAt)).to.equal(1);
    expect((await currentApplication(service.deps, id)).state).to.equal('closed');
  });
});
