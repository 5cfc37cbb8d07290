import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { castOf, currentApplication, declarations, filledDraft } from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('the reviews of a file that is withdrawn', () => {
  let service: TestService;
  before(async () => {
    service = await testService('close-reviews');
  });
  after(() => service.stop());

  it('end with it, and are no longer open invitations', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(deps, cast.owner);
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    const at = async () => ({ applicationId: id, revision: (await currentApplication(deps, id)).revision });
    await acceptApplication(deps, cast.officer, await at());
    const [reviewer] = cast.reviewers;
    await inviteReviewer(deps, cast.officer, { applicationId: id, personId: reviewer.id });
    await service.work();
    expect(
      (await deps.store.reviewsOf(id)).map(({ state }) => state),
      'while it looks for them',
    ).to.deep.equal(['invited']);
    await withdrawApplication(deps, owner, await at());
    await service.work();
    const states = (await deps.store.reviewsOf(id)).map(({ state }) => state);
    expect(states).to.deep.equal(['voided']);
    await service.work();
    expect(await deps.store.reviewsOf(id), 'nobody else is asked').to.have.length(1);
  });
});
