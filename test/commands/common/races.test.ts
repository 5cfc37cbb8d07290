import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { registerOrganisation } from '../../../src/commands/people/organisations/registerOrganisation.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
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
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { holdCommits } from '../../support/run/holdCommits.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';

describe('commands at the same time', () => {
  let service: TestService;
  let cast: Cast;
  beforeEach(async () => {
    service = await testService('races');
    cast = await castOf(service);
  });
  afterEach(() => service.stop());

  const counted = (refusals: readonly string[]) => ({
    taken: refusals.filter((refusal) => refusal === 'taken').length,
    stale: refusals.filter((refusal) => refusal === 'stale').length,
  });

  it('register every organisation of one person', async () => {
    const { deps } = service;
    const at = holdCommits(deps, 5);
    const ids = await Promise.all(
      [1, 2, 3, 4, 5].map(() => registerOrganisation(at, cast.owner, specimen.organisation)),
    );
    const { memberships } = requireVisible(await deps.store.person(cast.owner.id));
    expect(memberships.map((m) => m.organisationId).sort()).to.deep.equal([...ids].sort());
  });

  it('open a single application', async () => {
    const { deps } = service;
    const organisationId = await registerOrganisation(deps, cast.owner, specimen.organisation);
    const owner = requireVisible(await deps.store.person(cast.owner.id));
    const at = holdCommits(deps, 3);
    const starts = await Promise.all(
      [1, 2, 3].map(() => refusalOf(startApplication(at, owner, { organisationId }))),
    );
    expect(counted(starts)).to.deep.equal({ taken: 1, stale: 2 });
  });

  it('send one of two complete drafts of an organisation', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    const { organisationId } = (await currentApplication(deps, id)).context;
    const other = await startApplication(deps, owner, { organisationId });
    const copy = requireVisible(await deps.store.selfAssessment(id));
    await service.connection
      .collection<{ _id: string }>('selfAssessments')
      .updateOne(
        { _id: other },
        {
          $set: {
            facts: copy.facts,
            answers: copy.answers,
            offers: copy.offers,
            offersNamed: copy.offersNamed,
          },
        },
      );
    const at = holdCommits(deps, 2);
    const sent = await Promise.all(
      [id, other].map((applicationId) =>
        refusalOf(submitApplication(at, owner, { applicationId, ...declarations })),
      ),
    );
    expect(counted(sent)).to.deep.equal({ taken: 1, stale: 1 });
  });

  it('invite a person once, and no more people than the file needs', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    await acceptApplication(deps, cast.officer, {
      applicationId: id,
      revision: (await currentApplication(deps, id)).revision,
    });
    const invite = (personId: string, by = deps) =>
      refusalOf(inviteReviewer(by, cast.officer, { applicationId: id, personId }));
    const [first, second] = cast.reviewers;
    const at = holdCommits(deps, 3);
    const invitations = await Promise.all([1, 2, 3].map(() => invite(first.id, at)));
    expect(counted(invitations)).to.deep.equal({ taken: 1, stale: 2 });
    expect(await deps.store.reviewsOf(id)).to.have.length(1);
    expect(await invite(second.id)).to.equal('taken');
    expect(await invite(cast.moderator.id), 'a substitute').to.equal('taken');
    const fourth = await service.person('fourth', 'reviewer');
    expect(await invite(fourth.id)).to.equal('refused enoughInvited');
  });

  it('never lock a review over a score saved after it was read', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    const [reviewId = '', other = ''] = await advanceToEvaluation(deps, cast, id, owner);
    await deliver(deps, cast.reviewers[1], other);
    const seen = requireVisible(await deps.store.review(reviewId)).revision;
    const score = { offerId: '', criterion: 'FIN-01', level: 3, comment: '' } as const;
    await scoreCriterion(deps, cast.reviewers[0], { reviewId, score });
    expect(await refusalOf(deliverReview(deps, cast.reviewers[0], { reviewId, revision: seen }))).to.equal(
      'stale',
    );
  });
});
