import { expect } from 'chai';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { addOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { claimsOf } from '../../../src/commands/file/reviewMarks.ts';
import type { ReviewScore } from '../../../src/commands/items/items.ts';
import { registerOrganisation } from '../../../src/commands/people/organisations/registerOrganisation.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../support/applicationSteps.ts';
import { insertAnswers, insertScores } from '../../support/insertAnswers.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { answersOf, specimen } from '../../support/samples/specimen.ts';

type Way = 'one by one' | 'at once';

describe('test data written directly equals what commands write', () => {
  const services: TestService[] = [];
  afterEach(async () => {
    for (const service of services.splice(0)) await service.stop();
  });
  const open = async () => {
    const service = await testService('lay-down');
    services.push(service);
    return service;
  };

  it('for answers', async () => {
    const [offer] = specimen.offers;
    const draft = async (way: Way) => {
      const service = await open();
      const { deps } = service;
      const person = await service.person('owner');
      const organisationId = await registerOrganisation(deps, person, specimen.organisation);
      const owner = requireVisible(await deps.store.person(person.id));
      const applicationId = await startApplication(deps, owner, { organisationId });
      const { facts: _, answers: said, ...described } = requireVisible(offer);
      const offerId = await addOffer(deps, owner, { applicationId, ...described });
      for (const [of, answers] of [
        ['', specimen.answers],
        [offerId, said],
      ] as const) {
        const place = { applicationId, organisationId, offerId: of };
        const given = answersOf(answers);
        if (way === 'at once') await insertAnswers(deps, owner, place, given);
        else for (const answer of given) await answerCriterion(deps, owner, { ...place, answer });
      }
      return stored(service, 'selfAssessments', /^selfAssessments/);
    };
    const laid = await draft('at once');
    expect(laid.lines.length).to.be.greaterThan(30);
    expect(laid).to.deep.equal(await draft('one by one'));
  });

  it('for scores, also replaced ones', async () => {
    const review = async (way: Way) => {
      const service = await open();
      const { deps } = service;
      const cast = await castOf(service);
      const { id, owner } = await filledDraft(deps, cast.owner);
      const [reviewId = ''] = await advanceToEvaluation(deps, cast, id, owner);
      const { published, snapshot } = await frozenFile(deps, id);
      const scores: ReviewScore[] = claimsOf(published.scheme, snapshot.content).map((claim) => ({
        ...claim,
        comment: '',
      }));
      const [reviewer] = cast.reviewers;
      await scoreCriterion(deps, reviewer, {
        reviewId,
        score: { ...requireVisible(scores[1]), level: null },
      });
      if (way === 'at once') await insertScores(deps, reviewer, reviewId, scores);
      else for (const score of scores) await scoreCriterion(deps, reviewer, { reviewId, score });
      return stored(service, 'reviews', /^scores/);
    };
    const laid = await review('at once');
    expect(laid.lines.length).to.be.greaterThan(30);
    expect(laid).to.deep.equal(await review('one by one'));
  });

  /** The documents, and the chain that goes with them. */
  async function stored({ connection }: TestService, kind: 'selfAssessments' | 'reviews', stream: RegExp) {
    const sorted = (name: string, filter: object) =>
      connection.collection(name).find(filter).sort({ _id: 1 }).toArray();
    return {
      documents: await sorted(kind, {}),
      lines: await sorted('records', { stream }),
      ends: await sorted('heads', { _id: stream }),
    };
  }
});
