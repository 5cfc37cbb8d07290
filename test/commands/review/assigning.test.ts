import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { inviteNext, inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { assignAll, planAssignments } from '../../../src/commands/review/assignment/planAssignments.ts';
import { releaseReviewer } from '../../../src/commands/review/assignment/releaseReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { changeProfile } from '../../../src/commands/review/reviewers/changeProfile.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('assigning reviewers to a file', () => {
  let service: TestService;
  let cast: Cast;
  let files = 0;
  before(async () => {
    service = await testService('assigning');
    cast = await castOf(service);
  });
  after(() => service.stop());

  /** A file that looks for its reviewers, of an owner of its own. */
  const waiting = async () => {
    files += 1;
    const { id, owner } = await filledDraft(service.deps, await service.person(`applicant-${files}`));
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    const { revision } = await currentApplication(service.deps, id);
    await acceptApplication(service.deps, cast.officer, { applicationId: id, revision });
    return id;
  };
  const invite = (applicationId: string, { id: personId }: Person) =>
    inviteReviewer(service.deps, cast.officer, { applicationId, personId });
  const accept = (person: Person, reviewId: string) =>
    answerInvitation(service.deps, person, { reviewId, accept: true, noConflictDeclared: true });
  const staff = async (applicationId: string) =>
    staffApplication(service.deps, cast.officer, {
      applicationId,
      revision: (await currentApplication(service.deps, applicationId)).revision,
    });
  const invited = async (id: string) =>
    (await service.deps.store.reviewsOf(id))
      .filter(({ state }) => state === 'invited')
      .map(({ context }) => context.personId);

  it('refuses a second peer, an absent person, and one with enough files', async () => {
    const { deps } = service;
    const id = await waiting();
    const [peer, independent] = cast.reviewers;
    await invite(id, peer);
    expect(await refusalOf(invite(id, cast.moderator))).to.equal('refused pairMixed');
    const profile = requireVisible(await deps.store.reviewer(independent.id));
    const { themes, sectors, legalForms, languages, capacity } = profile;
    const said = { themes, sectors, legalForms, languages, capacity, awayFrom: null, awayUntil: null };
    await changeProfile(deps, independent, { ...said, revision: profile.revision, awayFrom: '2026-11-01' });
    expect(await refusalOf(invite(id, independent))).to.equal('refused competent');
    await changeProfile(deps, independent, { ...said, revision: profile.revision + 1, capacity: 1 });
    await invite(id, independent);
    const other = await waiting();
    expect(await refusalOf(invite(other, independent))).to.equal('refused underLoadCap');
    await changeProfile(deps, independent, { ...said, revision: profile.revision + 2 });
    expect(await refusalOf(invite(other, independent))).to.equal('taken');
  });

  it('lets a substitute wait while others score, and replace a released reviewer', async () => {
    const { deps } = service;
    const id = await waiting();
    const a = await service.person(`peer-${files}`, 'reviewer');
    const b = await service.person(`other-${files}`, 'reviewer');
    const pair = [await invite(id, a), await invite(id, b)] as const;
    const spare = await service.person(`spare-peer-${files}`, 'reviewer');
    const third = await invite(id, spare);
    for (const [person, review] of [
      [a, pair[0]],
      [b, pair[1]],
      [spare, third],
    ] as const)
      await accept(person, review);
    await staff(id);
    const team = async () =>
      (await currentApplication(deps, id)).context.reviewers.map(({ personId }) => personId);
    expect(await team()).to.have.members([a.id, b.id]);
    expect((await viewReview(deps, spare, third)).stage).to.equal('waiting');
    expect((await viewReview(deps, a, pair[0])).stage).to.equal('scoring');

    // Of the two peers one is in the team; which of them the substitute follows is the one of the same place.
    const of = async (person: Person) => (await deps.store.reviewer(person.id))?.seat === 'peer';
    const [leaves, review] = (await of(a)) === (await of(spare)) ? [a, pair[0]] : [b, pair[1]];
    const release = (by: Person, reason: string) =>
      releaseReviewer(deps, by, { applicationId: id, reviewId: review, reason });
    expect(await refusalOf(release(leaves, 'Malade'))).to.equal('forbidden');
    expect(await refusalOf(release(cast.officer, ' '))).to.equal('refused reasonGiven');
    await release(cast.officer, 'Malade');
    expect((await currentApplication(deps, id)).state).to.equal('assignment');
    await service.work();
    expect(await invited(id), 'a substitute is there: nobody else is asked').to.deep.equal([]);
    await staff(id);
    expect(await team())
      .to.include(spare.id)
      .and.not.include(leaves.id);
    expect((await viewReview(deps, spare, third)).stage).to.equal('scoring');
    expect(await refusalOf(viewReview(deps, leaves, review))).to.equal('notFound');
  });

  it('invites the next candidate automatically when someone declines, once', async () => {
    const { deps } = service;
    const id = await waiting();
    const [peer] = cast.reviewers;
    const review = await invite(id, peer);
    await answerInvitation(deps, peer, { reviewId: review, accept: false, reason: 'noTime' });
    await service.work();
    const [next, ...more] = await invited(id);
    expect(more).to.deep.equal([]);
    expect(next).to.be.a('string').and.not.equal(peer.id);
    const line = requireVisible((await deps.store.records(`reviews/${review}`)).at(-1));
    await inviteNext(deps, review, line.id);
    expect(await invited(id), 'the same line again').to.deep.equal([next]);
    const still = { ...deps, procedure: { ...deps.procedure, nextCandidate: false } };
    await inviteNext(still, review, 'another line');
    expect(await invited(id)).to.deep.equal([next]);
  });

  it('plans every file without invitations, and sends exactly what was shown or nothing', async () => {
    const { deps } = service;
    const ids = [await waiting(), await waiting()];
    expect(await refusalOf(planAssignments(deps, cast.reviewers[0]))).to.equal('forbidden');
    const planned = await planAssignments(deps, cast.officer);
    const planOf = planned.files.filter(({ application }) => ids.includes(application.id));
    expect(planOf.map(({ peers, others }) => [peers.length, others.length])).to.deep.equal([
      [1, 1],
      [1, 1],
    ]);
    expect(await invited(ids[0] ?? '')).to.deep.equal([]);
    const other = assignAll(deps, cast.officer, { digest: '0'.repeat(64) });
    expect(await refusalOf(other)).to.equal('stale');
    expect(await assignAll(deps, cast.officer, planned)).to.equal(planned.chosen.length);
    for (const id of ids) expect(await invited(id)).to.have.length(2);
    const { files: left } = await planAssignments(deps, cast.officer);
    expect(left.map(({ application }) => application.id)).not.to.include.members(ids);
  });
});
