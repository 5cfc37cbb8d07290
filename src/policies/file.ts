import type { StoredApplication, StoredReview } from '../workflow/stored.ts';
import { belongsTo } from './organisation.ts';
import { partOf } from './partOf.ts';
import { isInCommittee, isOfficer, isReviewer, type Who } from './who.ts';

/** A submitted file with its reviews, as far as policies look at it. */
export interface File {
  readonly application: Pick<StoredApplication, 'state' | 'context'>;
  readonly reviews: readonly Pick<StoredReview, 'state' | 'context'>[];
}

/**
 * An officer works on every file but those of their own organisation, and those that others took over from them; the
 * committee's rapporteur on one to recommend, and whoever of it may judge an appeal on the one that this is about.
 */
export function mayReadFile(who: Who, { application, reviews }: File): boolean {
  const { context, state } = application;
  if (belongsTo(who, context.organisationId)) return false;
  if (isOfficer(who)) return !context.earlierPeople.includes(who.id);
  if (!isInCommittee(who)) return false;
  const part = partOf(who, application, reviews);
  if (state === 'appealed') return part === null && !hasDecided(who, { application });
  return state === 'recommendation' && part !== 'evaluation';
}

/** What the certificate would be is for whoever can write the recommendation, and then for who wrote it. */
export function mayPreviewCertificate(who: Who, file: File): boolean {
  const { state, context } = file.application;
  const wrote = state === 'deliberation' && context.rapporteur === who.id;
  return mayReadFile(who, file) && (state === 'recommendation' || wrote);
}

/** Settling two diverging reviews is for a reviewer with no part in the file but its screening. */
export function mayModerate(who: Who, { application, reviews }: File): boolean {
  const part = partOf(who, application, reviews);
  return isReviewer(who) && (part === null || part === 'screening');
}

/** A file in deliberation is for the free members of the committee, a decided one for those who decided it. */
export function mayDeliberate(who: Who, { application, reviews }: File): boolean {
  if (!isInCommittee(who)) return false;
  const open = application.state === 'deliberation' && partOf(who, application, reviews) === null;
  return open || hasDecided(who, { application });
}

/** On the committee's agenda: waiting for a rapporteur, in deliberation, or decided by this person and not announced. */
export function isOnAgenda(who: Who, { application, reviews }: File): boolean {
  const free = partOf(who, application, reviews) === null;
  return free && (application.state !== 'decided' || hasDecided(who, { application }));
}

/** Whether a person was among those who decided a file; who was recused was not. */
function hasDecided({ id }: Who, { application }: Pick<File, 'application'>): boolean {
  return application.context.deciders.includes(id);
}
