import { expect } from 'chai';
import { acceptApplication } from '../../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { tellDigests } from '../../../../src/commands/desk/digest/tellDigests.ts';
import { changeProfile, setUnsubscribed } from '../../../../src/commands/people/accounts/ownAccount.ts';
import { inviteReviewer } from '../../../../src/commands/review/assignment/inviteReviewer.ts';
import { applicationVersion } from '../../../support/appealSteps.ts';
import { type Cast, castOf, declarations, filledDraft } from '../../../support/applicationSteps.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

describe('the morning digest', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  before(async () => {
    service = await testService('digests');
    cast = await castOf(service);
    const draft = await filledDraft(service.deps, cast.owner);
    id = draft.id;
    await submitApplication(service.deps, draft.owner, { applicationId: id, ...declarations });
    await service.work();
  });
  after(() => service.stop());

  /** Whom the clock writes to on a morning. */
  const morning = async (day: string, clocks = 1) => {
    service.setClock(`${day}T06:30:00.000Z`);
    service.letters.length = 0;
    const now = service.deps.clock.now();
    await Promise.all(Array.from({ length: clocks }, () => tellDigests(service.deps, now)));
    await service.work();
    return service.letters.filter(({ kind }) => kind === 'workDigest').map(({ to }) => to.split('@')[0]);
  };

  it('goes to those for whom something waits, on working days, once whatever clocks there are', async () => {
    // A Tuesday.
    expect(await morning('2026-11-03', 2)).to.have.members(['officer', 'rapporteur']);
    expect(await morning('2026-11-03')).to.deep.equal([]);
    expect(await morning('2026-11-02')).to.deep.equal([]);
    expect(await morning('2026-11-04')).to.have.members(['officer', 'rapporteur']);
    expect(await morning('2026-11-07')).to.deep.equal([]);
    expect(await morning('2026-11-08')).to.deep.equal([]);
  });

  it('names each thing with its page in the language of its reader', async () => {
    const officer = requireVisible(await service.deps.store.person(cast.officer.id));
    await changeProfile(service.deps, officer, { name: officer.name, language: 'de' });
    await morning('2026-11-09');
    const letter = service.letters.find(({ to }) => to === cast.officer.email);
    const { name } = requireVisible(
      await service.deps.store.organisation(
        requireVisible(await service.deps.store.application(id)).context.organisationId,
      ),
    );
    expect(letter?.text).to.include(
      `1. Zulässigkeit zu prüfen: ${name} · ${id}\n   https://label.example/de/files/${id}/screening\n`,
    );
    expect(letter?.html).to.include(`href="https://label.example/de/files/${id}/screening"`);
    expect(letter?.text).to.include('/de/unsubscribe?');
  });

  it('leaves out whoever wants none', async () => {
    const rapporteur = requireVisible(await service.deps.store.person(cast.rapporteur.id));
    await setUnsubscribed(service.deps, rapporteur, { topics: ['workDigest'] });
    expect(await morning('2026-11-10')).to.deep.equal(['officer']);
  });

  it('says again to a reviewer what waits when another day of reminding comes', async () => {
    const { deps } = service;
    await acceptApplication(deps, cast.officer, await applicationVersion(deps, id));
    const personId = cast.reviewers[0].id;
    const reviewId = await inviteReviewer(deps, cast.officer, { applicationId: id, personId });
    expect(requireVisible(await deps.store.review(reviewId)).context.dueAt).to.match(/^2026-11-24/);
    const told: string[] = [];
    for (const day of ['20', '23', '24']) {
      const readers = await morning(`2026-11-${day}`);
      if (readers.includes('reviewer-1')) told.push(day);
    }
    // The third day before it is a Saturday: the next morning stands for it.
    expect(told).to.deep.equal(['23']);
  });

  it('tells nothing that is done by the time it goes', async () => {
    const { deps, connection } = service;
    service.setClock('2026-11-25T06:30:00.000Z');
    service.letters.length = 0;
    expect(await tellDigests(deps, deps.clock.now())).to.be.at.least(1);
    await connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { state: 'withdrawn' } });
    await service.work();
    expect(service.letters).to.deep.equal([]);
  });
});
