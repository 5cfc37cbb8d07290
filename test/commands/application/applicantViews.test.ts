import { expect } from 'chai';
import { changeOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { listMine } from '../../../src/commands/people/views/listMine.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('what people see and change of their own application', () => {
  let service: TestService;
  let owner: Person;
  let other: Person;
  let applicationId: string;
  before(async () => {
    service = await testService('applicant-views');
    ({ id: applicationId, owner } = await filledDraft(service.deps, await service.person('one')));
    ({ owner: other } = await filledDraft(service.deps, await service.person('other')));
  });
  after(() => service.stop());

  const member = (role: 'editor' | 'reader'): Person => ({
    ...other,
    memberships: [{ organisationId: requireVisible(owner.memberships[0]).organisationId, role }],
  });
  const offer = async () =>
    requireVisible(
      (await service.deps.store.selfAssessment(applicationId))?.offersNamed.find(
        ({ type }) => type === 'food',
      ),
    );

  it('returns not found to people of other organisations and to staff', async () => {
    const { deps } = service;
    const officer = await service.person('officer', 'officer', 'chair', 'administrator');
    for (const asker of [other, officer]) {
      expect(await refusalOf(viewApplication(deps, asker, { applicationId }))).to.equal('notFound');
      const change = { applicationId, offer: { ...(await offer()), name: 'Autre' } };
      expect(await refusalOf(changeOffer(deps, asker, change))).to.equal('notFound');
    }
    expect(await listMine(deps, officer)).to.deep.equal([]);
  });

  it('returns the whole file to its people, with their role', async () => {
    const { deps } = service;
    for (const [asker, role] of [
      [owner, 'owner'],
      [member('editor'), 'editor'],
      [member('reader'), 'reader'],
    ] as const) {
      const file = await viewApplication(deps, asker, { applicationId });
      expect([file.role, file.application.state, file.assessment.offersNamed.length]).to.deep.equal([
        role,
        'draft',
        2,
      ]);
      const [mine] = await listMine(deps, asker);
      expect([mine?.role, mine?.applications.map(({ application }) => application.id)]).to.deep.equal([
        role,
        [applicationId],
      ]);
    }
  });

  it('lets writers change what an offer is called and what it is, and keeps its figures and answers', async () => {
    const { deps } = service;
    const before = await offer();
    const part = async () =>
      (await deps.store.selfAssessment(applicationId))?.offers.find(({ offerId }) => offerId === before.id);
    const kept = await part();
    const change = { ...before, name: 'Pain de seigle', type: 'object' as const };
    expect(await refusalOf(changeOffer(deps, member('reader'), { applicationId, offer: change }))).to.equal(
      'notFound',
    );
    expect(
      await refusalOf(changeOffer(deps, owner, { applicationId, offer: { ...change, id: 'none' } })),
    ).to.equal('notFound');
    await changeOffer(deps, member('editor'), { applicationId, offer: change });
    const named = (await deps.store.selfAssessment(applicationId))?.offersNamed;
    expect(named).to.have.length(2);
    expect(named).to.deep.include(change);
    expect(await part()).to.deep.equal({ ...kept, facts: { ...kept?.facts, O00: 'object' } });
  });
});
