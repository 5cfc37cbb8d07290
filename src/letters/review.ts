import { requireVisible } from '../commands/common/requireVisible.ts';
import { reviewStage } from '../commands/file/reviewStage.ts';
import type { Application, Organisation, Person, Review } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Translator } from '../i18n/i18n.ts';
import { isModeration } from '../policies/reviewTask.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter, type Said } from './letter.ts';
import { officers, withoutConflict } from './recipients.ts';
import { fileOf, fileRows, nameAndNumber, theFile } from './subjects.ts';

/** Asks the invited person to review a file, unless that has been settled meanwhile. */
export const reviewInvitation = letter({
  on: ['review.invited'],
  topic: null,
  about: theReview,
  holds: (about) => !isModeration(about.review) && isAsked(about),
  to: invited,
  path: ({ review }) => `review/${review.id}`,
  tells: nameAndDay,
  says: nameAndDayRows,
});

/** Asks the invited person to settle two reviews of a file, unless that has been settled meanwhile. */
export const moderationInvitation = letter({
  on: ['review.invited'],
  topic: null,
  about: theReview,
  holds: (about) => isModeration(about.review) && isAsked(about),
  to: invited,
  path: ({ review }) => `review/${review.id}`,
  tells: nameAndDay,
  says: nameAndDayRows,
});

/** Tells the officers that a file is evaluated and waits for its recommendation, unless that has gone on meanwhile. */
export const reviewsDelivered = letter({
  on: ['application.evaluated'],
  topic: 'fileProgress',
  about: theFile,
  holds: ({ application }) => application.state === 'recommendation',
  to: officers,
  path: ({ number }) => `files/${number}`,
  tells: nameAndNumber,
  says: fileRows,
});

interface OfReview {
  readonly review: Review;
  readonly application: Application;
  readonly organisation: Organisation;
}

async function theReview(deps: Deps, { id }: Cause): Promise<OfReview> {
  const review = requireVisible(await deps.store.review(id));
  return { review, ...(await fileOf(deps, review.context.applicationId)) };
}

function isAsked({ review, application }: OfReview): boolean {
  return reviewStage(review, application) === 'invitation';
}

async function invited({ review, organisation }: OfReview, deps: Deps): Promise<readonly Person[]> {
  return withoutConflict(organisation, deps, [
    requireVisible(await deps.store.person(review.context.personId)),
  ]);
}

interface NameAndDay {
  /** Who is asked must know it to declare a tie. */
  readonly organisation: string;
  readonly dueAt: string;
}

function nameAndDay({ review, organisation }: OfReview): NameAndDay {
  return { organisation: organisation.name, dueAt: dayOf(review.context.dueAt) };
}

function nameAndDayRows({ organisation, dueAt }: NameAndDay, { date }: Translator): Said {
  return { rows: { organisation, dueAt: date(dueAt) } };
}
