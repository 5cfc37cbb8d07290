import { expect } from 'chai';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { removeOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('a conflicting second answer', () => {
  let service: TestService;
  before(async () => {
    service = await testService('rivals');
  });
  after(() => service.stop());

  it('is discarded when its offer was removed meanwhile', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, await service.person('owner'));
    const [offer] = requireVisible(await deps.store.selfAssessment(id)).offers;
    const { offerId, answers } = requireVisible(offer);
    const before = requireVisible(answers.find(({ criterion }) => criterion === 'OFR-03'));
    await removeOffer(deps, owner, { applicationId: id, offerId });
    const answer = { ...before, comment: 'Trop tard' };
    const late = answerCriterion(deps, owner, { applicationId: id, offerId, answer, before });
    expect(await refusalOf(late)).to.equal('notFound');
    expect(requireVisible(await deps.store.selfAssessment(id)).rivals ?? []).to.deep.equal([]);
  });
});
