import type { Act } from './acts.ts';
import { refusedBy } from './duties.ts';
import { type File, partsOf } from './parts.ts';
import { isModeration } from './reviewTask.ts';
import { isInCommittee, isOfficer, isReviewer, type Who } from './who.ts';

/** Whether no part that the file itself tells of keeps a person from an act on it; ties lie in the view of the store. */
export function isFreeFor(act: Act, who: Who, file: File): boolean {
  return refusedBy(act, partsOf(who, file)).length === 0;
}

/**
 * An officer reads every file but those of their own organisation, and those that they evaluate or evaluated; the committee's
 * rapporteur one to recommend, and whoever of it may judge an appeal the one that this is about.
 */
export function mayReadFile(who: Who, file: File): boolean {
  if (!isFreeFor('read', who, file)) return false;
  if (isOfficer(who)) return true;
  if (!isInCommittee(who)) return false;
  const { state } = file.application;
  if (state === 'appealed') return isFreeFor('appeal.admit', who, file);
  return state === 'recommendation' && isFreeFor('application.recommend', who, file);
}

/** What the certificate would be is for whoever can write the recommendation, and then for who wrote it. */
export function mayPreviewCertificate(who: Who, file: File): boolean {
  const { state, context } = file.application;
  const wrote = state === 'deliberation' && context.rapporteur === who.id;
  return mayReadFile(who, file) && (state === 'recommendation' || wrote);
}

/** Settling two diverging reviews is for the one reviewer who was invited to it and accepted: to anyone else there is no such file. */
export function mayModerate(who: Who, { application, reviews }: File): boolean {
  const accepted = reviews.some(
    (review) =>
      isModeration(review) &&
      review.state === 'scoring' &&
      review.context.personId === who.id &&
      review.context.applicationId === application.context.applicationId,
  );
  return isReviewer(who) && application.state === 'moderation' && accepted;
}

/** A file in deliberation is for the free members of the committee, a decided one for those who decided it. */
export function mayDeliberate(who: Who, file: File): boolean {
  if (!isInCommittee(who)) return false;
  const open = file.application.state === 'deliberation' && isFreeFor('session.vote', who, file);
  return open || hasDecided(who, file);
}

/** On the committee's agenda: waiting for a rapporteur, in deliberation, or decided by this person and not announced. */
export function isOnAgenda(who: Who, file: File): boolean {
  return (
    isFreeFor('session.vote', who, file) && (file.application.state !== 'decided' || hasDecided(who, file))
  );
}

/** Whether a person was among those who decided a file; who was recused was not. */
function hasDecided({ id }: Who, { application }: Pick<File, 'application'>): boolean {
  return application.context.deciders.includes(id);
}
