import { acceptApplication } from '../../src/commands/application/screening/screenApplication.ts';
import { addOffer } from '../../src/commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../src/commands/application/selfAssessment/setFacts.ts';
import { showScores } from '../../src/commands/application/selfAssessment/showScores.ts';
import { startApplication } from '../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { systemActor } from '../../src/commands/common/actor.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../src/commands/file/frozenFile.ts';
import { claimsOf } from '../../src/commands/file/reviewMarks.ts';
import { agreementDigest } from '../../src/commands/items/agreementText.ts';
import type { Application, Person, ReviewScore } from '../../src/commands/items/items.ts';
import { signAgreement } from '../../src/commands/label/signAgreement.ts';
import { registerOrganisation } from '../../src/commands/people/organisations/registerOrganisation.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import { inviteReviewer } from '../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../src/commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../src/commands/review/evaluation/deliverReview.ts';
import { admission } from '../../src/commands/review/reviewers/admission.ts';
import { recordVisit, takesVisits } from '../../src/commands/review/visits.ts';
import type { Language } from '../../src/criteria/scheme.ts';
import { dayOf } from '../../src/register/day.ts';
import { decideInSessionAndAnnounce } from './committeeSession.ts';
import { insertAnswers, insertScores } from './insertAnswers.ts';
import { remembered } from './run/remember.ts';
import type { TestService } from './run/service.ts';
import { answersOf, specimen } from './samples/specimen.ts';

/** The people of one application, each with one role. */
export interface Cast {
  readonly owner: Person;
  readonly officer: Person;
  readonly reviewers: readonly [Person, Person];
  readonly moderator: Person;
  readonly rapporteur: Person;
  readonly committee: readonly [Person, Person, Person];
}

async function castOf_(service: TestService): Promise<Cast> {
  return {
    owner: await service.person('owner'),
    officer: await service.person('officer', 'officer'),
    reviewers: [
      await service.person('reviewer-1', 'reviewer'),
      await service.person('reviewer-2', 'reviewer'),
    ],
    moderator: await service.person('reviewer-3', 'reviewer'),
    rapporteur: await service.person('rapporteur', 'officer'),
    committee: [
      await service.person('chair', 'chair', 'committee'),
      await service.person('member-1', 'committee'),
      await service.person('member-2', 'committee'),
    ],
  };
}

/** The specimen's draft, complete and ready to submit. Gives the application's id and its owner with the new membership. */
async function filledDraft_(
  deps: Deps,
  owner: Person,
  organisation = specimen.organisation,
): Promise<{ id: string; owner: Person }> {
  const organisationId = await registerOrganisation(deps, owner, organisation);
  const member = requireVisible(await deps.store.person(owner.id));
  const id = await startApplication(deps, member, { organisationId });
  await setFacts(deps, member, { applicationId: id, offerId: '', facts: specimen.facts });
  const place = { applicationId: id, organisationId, offerId: '' };
  await insertAnswers(deps, member, place, answersOf(specimen.answers));
  for (const { facts, answers, ...described } of specimen.offers) {
    const offerId = await addOffer(deps, member, { applicationId: id, ...described });
    await setFacts(deps, member, { applicationId: id, offerId, facts });
    await insertAnswers(deps, member, { ...place, offerId }, answersOf(answers));
  }
  await showScores(deps, member, { applicationId: id, showScores: true });
  return { id, owner: member };
}

export const declarations = {
  name: 'Spécimen owner',
  rulesAccepted: true,
  exclusions: { 'EXC-1': 'no', 'EXC-2': 'no', 'EXC-3': 'no', 'EXC-4': 'no', 'EXC-5': 'no', 'EXC-6': 'no' },
} as const;

/** The file as it stands now, with its revision. */
export async function currentApplication(deps: Deps, id: string): Promise<Application> {
  return requireVisible(await deps.store.application(id));
}

/** Admits a reviewer for another year when the clock of the test went past the last one. */
async function renewAdmission(deps: Deps, person: Person): Promise<void> {
  const profile = requireVisible(await deps.store.reviewer(person.id));
  const at = deps.clock.now().toISOString();
  if (profile.admittedUntil !== null && profile.admittedUntil >= dayOf(at)) return;
  const eventMeta = { at, actor: systemActor };
  await deps.store.commit([admission(deps, person, profile, profile, eventMeta)]);
}

/** From a filled draft to the file in the hands of its two reviewers. Gives their reviews' ids. */
async function advanceToEvaluation_(deps: Deps, cast: Cast, id: string, owner: Person): Promise<string[]> {
  for (const person of cast.reviewers) await renewAdmission(deps, person);
  await submitApplication(deps, owner, { applicationId: id, ...declarations });
  await acceptApplication(deps, cast.officer, {
    applicationId: id,
    revision: (await currentApplication(deps, id)).revision,
  });
  const reviewIds: string[] = [];
  for (const reviewer of cast.reviewers) {
    const reviewId = await inviteReviewer(deps, cast.officer, { applicationId: id, personId: reviewer.id });
    await answerInvitation(deps, reviewer, { reviewId, accept: true, noConflictDeclared: true });
    reviewIds.push(reviewId);
  }
  await staffApplication(deps, cast.officer, {
    applicationId: id,
    revision: (await currentApplication(deps, id)).revision,
  });
  return reviewIds;
}

/** Scores every criterion as claimed, but for `overrides`, and delivers; with the last review, the call that may be demanded is made. */
export async function deliver(
  deps: Deps,
  reviewer: Person,
  reviewId: string,
  overrides: Parameters<typeof deliverWithoutCall>[3] = {},
): Promise<void> {
  await deliverWithoutCall(deps, reviewer, reviewId, overrides);
  const { context } = requireVisible(await deps.store.review(reviewId));
  await recordCall(deps, reviewer, context.applicationId);
}

/** Notes a call to the applicant where one can be noted. */
export async function recordCall(deps: Deps, caller: Person, id: string): Promise<void> {
  const application = await currentApplication(deps, id);
  if (!takesVisits(application)) return;
  await recordVisit(deps, caller, {
    applicationId: id,
    revision: application.revision,
    kind: 'call',
    on: dayOf(deps.clock.now().toISOString()),
    people: 'Spécimen owner',
    notes: 'Les points ouverts sont éclaircis.',
  });
}

type Given = Omit<ReviewScore, 'offerId' | 'criterion'>;
/** Scores that differ from the claim: by criterion, or by place. */
type Overrides =
  | Readonly<Record<string, Given>>
  | ((place: Pick<ReviewScore, 'offerId' | 'criterion'>) => Partial<Given>);

/** Scores every criterion as claimed, but for `overrides`, and delivers. */
export async function deliverWithoutCall(
  deps: Deps,
  reviewer: Person,
  reviewId: string,
  overrides: Overrides = {},
): Promise<void> {
  const review = requireVisible(await deps.store.review(reviewId));
  const { published, snapshot } = await frozenFile(deps, review.context.applicationId);
  const scores = claimsOf(published.scheme, snapshot.content).map((claim) => ({
    ...claim,
    comment: '',
    ...(typeof overrides === 'function' ? overrides(claim) : overrides[claim.criterion]),
  }));
  await insertScores(deps, reviewer, reviewId, scores);
  const { revision } = requireVisible(await deps.store.review(reviewId));
  await deliverReview(deps, reviewer, { reviewId, revision });
}

/** Has the moderator of a diverging file invited, with their yes. Gives the id of their review. */
export async function assignModerator(
  deps: Deps,
  { officer, moderator }: Pick<Cast, 'officer' | 'moderator'>,
  id: string,
): Promise<string> {
  const reviewId = await inviteReviewer(deps, officer, { applicationId: id, personId: moderator.id });
  await answerInvitation(deps, moderator, { reviewId, accept: true, noConflictDeclared: true });
  return reviewId;
}

/** What an owner signs with who has read the agreement. */
export function signatureOf({ agreement }: Pick<Deps, 'agreement'>, language: Language = 'fr') {
  const textDigest = agreementDigest(agreement, language);
  return { language, textDigest, name: 'Spécimen owner', role: 'Présidence' };
}

/** From the delivered reviews to the signed agreement. Gives the label's number. */
async function advanceToLabel_(deps: Deps, cast: Cast, id: string, owner: Person): Promise<string> {
  const at = async () => ({ applicationId: id, revision: (await currentApplication(deps, id)).revision });
  const reason = 'Les critères sont remplis.';
  await recommendApplication(deps, cast.rapporteur, { ...(await at()), draft: 'granted', reason });
  await decideInSessionAndAnnounce(deps, cast, id);
  return signAgreement(deps, owner, { ...(await at()), ...signatureOf(deps) });
}

export const castOf = remembered('castOf', castOf_, ({ deps }) => deps);

export const filledDraft = remembered('filledDraft', filledDraft_, (deps) => deps);

export const advanceToEvaluation = remembered('advanceToEvaluation', advanceToEvaluation_, (deps) => deps);

export const advanceToLabel = remembered('advanceToLabel', advanceToLabel_, (deps) => deps);
