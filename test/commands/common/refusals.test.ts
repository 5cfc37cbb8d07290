import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { decideApplication } from '../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { signAgreement } from '../../../src/commands/label/signAgreement.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../../src/commands/review/evaluation/deliverReview.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
  signatureOf,
} from '../../support/applicationSteps.ts';
import { openSessionOn } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

const answer = { criterion: 'FIN-01', level: 4, na: false, evidence: '', comment: '' } as const;

describe('commands refuse', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('refusals');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const here = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const untouched = async (work: () => Promise<unknown>) => {
    const before = await currentApplication(service.deps, id);
    const refusal = await refusalOf(work());
    expect(await currentApplication(service.deps, id)).to.deep.equal(before);
    return refusal;
  };

  it('a stranger, with not found', async () => {
    const { deps } = service;
    const stranger = await service.person('stranger');
    const { context } = await currentApplication(deps, id);
    const { revision } = await here();
    const refused = [
      answerCriterion(deps, stranger, { applicationId: id, offerId: '', answer }),
      setFacts(deps, stranger, { applicationId: id, offerId: '', facts: { F01: 1 } }),
      submitApplication(deps, stranger, { applicationId: id, ...declarations }),
      startApplication(deps, stranger, { organisationId: context.organisationId }),
      signAgreement(deps, stranger, { applicationId: id, revision, ...signatureOf(deps) }),
    ];
    expect(await Promise.all(refused.map(refusalOf))).to.deep.equal(refused.map(() => 'notFound'));
  });

  it('an answer to a foreign criterion or offer, or "not applicable" where the rule forbids it', async () => {
    const { deps } = service;
    const say = (offerId: string, change: object) =>
      refusalOf(
        answerCriterion(deps, owner, { applicationId: id, offerId, answer: { ...answer, ...change } }),
      );
    expect(await say('', { criterion: 'OFR-01' })).to.equal('notFound');
    expect(await say('no-such-offer', { criterion: 'OFR-01' })).to.equal('notFound');
    expect(await say('', { criterion: 'XYZ-99' })).to.equal('notFound');
    expect(await say('', { na: true, level: null })).to.equal('invalid na:naNotAllowed');
  });

  it('impossible figures, and store none of them', async () => {
    const { deps } = service;
    const kept = (await deps.store.selfAssessment(id))?.facts;
    const refused = setFacts(deps, owner, {
      applicationId: id,
      offerId: '',
      facts: { F02: 3, F08: -1, F13: 900_000 },
    });
    expect(await refusalOf(refused)).to.equal('invalid F08:negative F13:partAboveWhole');
    expect((await deps.store.selfAssessment(id))?.facts).to.deep.equal(kept);
  });

  it('a submission with all reasons at once, and freeze nothing', async () => {
    const { deps } = service;
    await setFacts(deps, owner, { applicationId: id, offerId: '', facts: { F10: 40_000 } });
    await answerCriterion(deps, owner, {
      applicationId: id,
      offerId: '',
      answer: { ...answer, level: null },
    });
    const exclusions = { 'EXC-1': 'yes' } as const;
    const refusal = await untouched(() =>
      submitApplication(deps, owner, {
        ...declarations,
        applicationId: id,
        rulesAccepted: false,
        exclusions,
      }),
    );
    expect(refusal).to.equal(
      'refused criteriaComplete mandatoryMet evidenceAttached rulesAccepted exclusionsSigned',
    );
    expect(await deps.store.snapshot(id, 1)).to.equal(null);
  });

  it('a second open application of the same organisation', async () => {
    const { deps } = service;
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    const second = await filledDraft(deps, owner);
    const { organisationId } = (await currentApplication(deps, id)).context;
    const again = await startApplication(deps, owner, { organisationId });
    expect(again).not.to.equal(id);
    expect(
      await refusalOf(submitApplication(deps, owner, { applicationId: again, ...declarations })),
    ).to.match(/noOtherOpenApplication/);
    const other = submitApplication(deps, second.owner, { applicationId: second.id, ...declarations });
    expect(await refusalOf(other), 'another organisation may').to.equal('taken');
  });

  it('an event in the wrong state, a stale revision, and the wrong person', async () => {
    const { deps } = service;
    expect(await untouched(async () => acceptApplication(deps, cast.officer, await here()))).to.equal(
      'refused wrongState',
    );
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    const { applicationId, revision } = await here();
    expect(
      await untouched(() => acceptApplication(deps, cast.officer, { applicationId, revision: revision - 1 })),
    ).to.equal('stale');
    expect(await untouched(() => acceptApplication(deps, owner, { applicationId, revision }))).to.equal(
      'refused notOfTheOrganisation didNotApply',
    );
  });

  it('a reviewer of the same organisation, without the role, or already invited', async () => {
    const { deps } = service;
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    await acceptApplication(deps, cast.officer, await here());
    const insider = await updatePerson(deps, owner, { roles: ['reviewer'] });
    const invite = (person: Person) =>
      refusalOf(inviteReviewer(deps, cast.officer, { applicationId: id, personId: person.id }));
    expect(await invite(insider)).to.equal('refused competent noConflict');
    expect(await invite(cast.rapporteur)).to.equal('refused competent');
    expect(await invite(cast.reviewers[0])).to.equal('taken');
    expect(await invite(cast.reviewers[0])).to.equal('refused alreadyInvited');
    expect(
      await refusalOf(inviteReviewer(deps, owner, { applicationId: id, personId: cast.reviewers[1].id })),
    ).to.equal('forbidden');
    expect(await untouched(async () => staffApplication(deps, cast.officer, await here()))).to.equal(
      'refused twoReviewersAccepted pairMixed reviewOutstanding',
    );
  });

  it('an acceptance without the declaration, and changes to the review of someone else', async () => {
    const { deps } = service;
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    await acceptApplication(deps, cast.officer, await here());
    const reviewId = await inviteReviewer(deps, cast.officer, {
      applicationId: id,
      personId: cast.reviewers[0].id,
    });
    const accept = (person: Person, noConflictDeclared: boolean) =>
      refusalOf(answerInvitation(deps, person, { reviewId, accept: true, noConflictDeclared }));
    expect(await accept(cast.reviewers[0], false)).to.equal('refused noConflictDeclared');
    expect(await accept(cast.reviewers[1], true)).to.equal('notFound');
    expect(await accept(cast.reviewers[0], true)).to.equal('taken');
  });

  it('a review with gaps or unexplained deviations, and any score after delivery', async () => {
    const { deps } = service;
    const [reviewId = ''] = await advanceToEvaluation(deps, cast, id, owner);
    const [reviewer] = cast.reviewers;
    const revision = (await deps.store.review(reviewId))?.revision ?? 0;
    expect(await untouched(() => deliverReview(deps, reviewer, { reviewId, revision }))).to.equal(
      'refused allCriteriaScored',
    );
    const silent = { 'FIN-01': { level: 1, comment: ' ' } } as const;
    expect(await untouched(() => deliver(deps, reviewer, reviewId, silent))).to.equal(
      'refused commentOnDeviation',
    );
    await deliver(deps, reviewer, reviewId);
    const score = { offerId: '', criterion: 'FIN-01', level: 4, comment: 'late' } as const;
    expect(await refusalOf(scoreCriterion(deps, reviewer, { reviewId, score }))).to.equal(
      'refused reviewLocked',
    );
  });

  it('a person with one role in a second one, and votes that do not add up', async () => {
    const { deps } = service;
    const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(deps, cast.reviewers[i as 0 | 1], reviewId);
    const draft = { draft: 'granted', reason: 'ok' } as const;
    const reviewerWhoIsOfficer = { ...cast.reviewers[0], roles: ['reviewer', 'officer'] } as const;
    expect(
      await untouched(async () =>
        recommendApplication(deps, reviewerWhoIsOfficer, { ...(await here()), ...draft }),
      ),
    ).to.equal('refused didNotScore');
    await recommendApplication(deps, cast.rapporteur, { ...(await here()), ...draft });
    const [chair] = cast.committee;
    const decide = (change: object = {}, by: Person = chair) =>
      untouched(async () => {
        const decision = { outcome: 'granted', reason: 'ok', conditions: [], ...change } as const;
        await decideApplication(deps, by, { ...(await here()), ...decision });
      });
    expect(await decide(), 'out of session').to.equal(
      'refused inOpenSession chairsThisFile quorumOfUnrecused votesRecorded',
    );
    await openSessionOn(deps, cast, id);
    expect(await decide(), 'nobody voted').to.equal('refused votesRecorded');
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason: '' });
    expect(await decide({ outcome: 'refused' }), 'against the votes').to.equal('refused votesRecorded');
    expect(await decide({ reason: '  ' })).to.equal('refused reasonsGiven');
    expect(await decide({ outcome: 'grantedWithConditions' })).to.equal('refused conditionsDated');
    expect(await decide({}, cast.committee[1])).to.equal('refused chairsThisFile');
    expect(await refusalOf(announceDecision(deps, cast.officer, await here()))).to.equal(
      'refused wrongState',
    );
  });
});
