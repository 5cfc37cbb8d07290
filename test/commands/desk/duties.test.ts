import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { formPanel } from '../../../src/commands/committee/appeal/formPanel.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { releaseReviewer } from '../../../src/commands/review/assignment/releaseReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import { suspendReviewer } from '../../../src/commands/review/reviewers/admission.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { appealVersion, applicationVersion, decidedFile, lodge, panelOf } from '../../support/appealSteps.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { decideInSession } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('a person with a role on a file', () => {
  let service: TestService;
  let cast: Cast;
  beforeEach(async () => {
    service = await testService('duties');
    cast = await castOf(service);
  });
  afterEach(() => service.stop());

  const withOffice = (person: Person) =>
    updatePerson(service.deps, person, { roles: [...person.roles, 'officer'] });

  const accepted = { accept: true, noConflictDeclared: true } as const;
  const score = (by: Person, reviewId: string) =>
    refusalOf(
      scoreCriterion(service.deps, by, {
        reviewId,
        score: { offerId: '', criterion: 'FIN-01', level: 2, comment: 'Article 2 des statuts.' },
      }),
    );

  it('as its reviewer cannot release the other reviewer or staff the file again', async () => {
    const { deps } = service;
    const draft = await filledDraft(deps, cast.owner);
    const { id } = draft;
    const [, otherReview = ''] = await advanceToEvaluation(deps, cast, id, draft.owner);
    const person = await withOffice(cast.reviewers[0]);
    const release = (by: Person) =>
      refusalOf(
        releaseReviewer(deps, by, { applicationId: id, reviewId: otherReview, reason: 'Ne répond plus.' }),
      );
    expect(await release(person)).to.equal('refused didNotScore');
    expect((await currentApplication(deps, id)).state).to.equal('evaluation');
    expect(await release(cast.officer)).to.equal('taken');
    const third = await service.person('third', 'reviewer');
    expect(await refusalOf(inviteReviewer(deps, person, { applicationId: id, personId: third.id }))).to.equal(
      'refused didNotScore',
    );
    expect(await refusalOf(staffApplication(deps, person, await applicationVersion(deps, id)))).to.equal(
      'refused didNotScore',
    );
  });

  it('as its rapporteur cannot score it, and vice versa', async () => {
    const draft = await filledDraft(service.deps, cast.owner);
    const [reviewId = ''] = await advanceToEvaluation(service.deps, cast, draft.id, draft.owner);
    const [person] = cast.reviewers;
    expect(await score(person, reviewId)).to.equal('taken');
    await service.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: draft.id }, { $set: { 'context.rapporteur': person.id } });
    expect(await score(person, reviewId)).to.equal('refused didNotRecommend');
  });

  it('as its reviewer, rapporteur or decider cannot announce its decision', async () => {
    const { deps } = service;
    const draft = await filledDraft(deps, cast.owner);
    const { id } = draft;
    const reviewIds = await advanceToEvaluation(deps, cast, id, draft.owner);
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(deps, cast.reviewers[i as 0 | 1], reviewId);
    const advice = { draft: 'granted', reason: 'Les critères sont remplis.' } as const;
    await recommendApplication(deps, cast.rapporteur, { ...(await applicationVersion(deps, id)), ...advice });
    await decideInSession(deps, cast, id);
    const announce = async (by: Person) =>
      refusalOf(announceDecision(deps, by, await applicationVersion(deps, id)));
    expect(await announce(await withOffice(cast.reviewers[0]))).to.equal('refused didNotScore');
    expect(await announce(cast.rapporteur)).to.equal('refused didNotRecommend');
    expect(await announce(await withOffice(cast.committee[1]))).to.equal('refused didNotVote didNotDecide');
    expect((await currentApplication(deps, id)).state).to.equal('decided');
    expect(await announce(cast.officer)).to.equal('taken');
  });

  it('as the rapporteur who advised a refusal cannot form the appeal panel', async () => {
    const { deps } = service;
    const panel = await panelOf(service);
    const { id, owner } = await decidedFile(deps, cast, 'refusal');
    await lodge(deps, owner, id);
    const form = async (by: Person) =>
      refusalOf(
        formPanel(deps, by, { ...(await appealVersion(deps, id)), panel: panel.map((one) => one.id) }),
      );
    expect(await form(cast.rapporteur)).to.equal('refused didNotRecommend');
    expect(await form(await withOffice(cast.committee[1]))).to.equal('refused didNotVote didNotDecide');
    expect(await form(cast.officer), 'it is not let in yet').to.equal('refused wrongState');
  });

  it('as the officer who chose its reviewers cannot score it or invite themselves', async () => {
    const { deps } = service;
    const draft = await filledDraft(deps, cast.owner);
    const applicationId = draft.id;
    await submitApplication(deps, draft.owner, { applicationId, ...declarations });
    await acceptApplication(deps, cast.officer, await applicationVersion(deps, applicationId));
    const person = await withOffice(cast.reviewers[0]);
    const own = { applicationId, personId: person.id };
    expect(await refusalOf(inviteReviewer(deps, person, own))).to.equal('refused invitesOthers');
    const other = await inviteReviewer(deps, person, { applicationId, personId: cast.reviewers[1].id });
    await answerInvitation(deps, cast.reviewers[1], { ...accepted, reviewId: other });
    expect(await score(cast.reviewers[1], other), 'it is not handed over yet').to.equal('notFound');
    const reviewId = await inviteReviewer(deps, cast.officer, own);
    expect(await refusalOf(answerInvitation(deps, person, { ...accepted, reviewId }))).to.equal(
      'refused didNotStaff',
    );
    const third = await service.person('third', 'reviewer');
    expect(await refusalOf(inviteReviewer(deps, person, { applicationId, personId: third.id }))).to.equal(
      'refused isNotInvited',
    );
  });

  it('as its reviewer cannot enter a tie of the other reviewer or suspend them', async () => {
    const { deps } = service;
    const draft = await filledDraft(deps, cast.owner);
    await advanceToEvaluation(deps, cast, draft.id, draft.owner);
    const [first, second] = cast.reviewers;
    const { organisationId } = (await currentApplication(deps, draft.id)).context;
    const tie = (by: Person, personId: string) =>
      refusalOf(
        declareTie(deps, by, {
          personId,
          organisationId,
          kind: 'kin',
          share: null,
          since: '2026-01-01',
          note: '',
        }),
      );
    const suspend = async (by: Person) => {
      const { id: personId, revision } = requireVisible(await deps.store.reviewer(second.id));
      return refusalOf(suspendReviewer(deps, by, { personId, revision }));
    };
    const office = await withOffice(first);
    expect(await tie(office, second.id)).to.equal('refused didNotScore');
    const administrator = await updatePerson(deps, office, { roles: [...office.roles, 'administrator'] });
    expect(await suspend(administrator)).to.equal('refused didNotScore');
    expect(await tie(cast.officer, second.id), 'an officer without a part').to.equal('taken');
    expect(await tie(administrator, first.id), 'their own').to.equal('taken');
  });
});
