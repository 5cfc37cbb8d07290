import { LabelError } from '../errors.ts';
import { filePlaces } from './filePlaces.ts';
import { frozenFile } from './frozenFile.ts';
import type { Review } from './items.ts';
import { partOf } from './partOf.ts';
import type { Asker, Deps } from './ports.ts';
import { type ReviewStage, reviewStage } from './reviewStage.ts';

/** One review of the person's own, in a list. */
export interface ReviewLine {
  readonly reviewId: string;
  readonly applicationId: string;
  readonly organisation: string;
  readonly stage: ReviewStage;
  readonly dueAt: string;
  readonly scored: number;
  readonly criteria: number;
}

/** A file whose two reviews diverge, for a third person to settle. */
export interface ModerationLine {
  readonly applicationId: string;
  readonly organisation: string;
}

const many = 100;

/** A reviewer's work: own reviews, newest first, without those that are over, and the files they may moderate. */
export async function listReviews(
  deps: Deps,
  asker: Asker,
): Promise<{ readonly reviews: readonly ReviewLine[]; readonly moderations: readonly ModerationLine[] }> {
  if (!asker.roles.includes('reviewer')) throw new LabelError('forbidden');
  const own = await deps.store.reviewsBy(asker.id);
  const lines = await Promise.all(own.map((review) => lineOf(deps, review)));
  const diverging = await deps.store.applicationsIn(['moderation'], many);
  const free = diverging.filter((application) => {
    const part = partOf(asker, application, own);
    return part === null || part === 'screening';
  });
  return {
    reviews: lines.filter((line) => line.stage !== 'over'),
    moderations: await Promise.all(
      free.map(async ({ id }) => ({
        applicationId: id,
        organisation: (await frozenFile(deps, id)).snapshot.content.organisation.name,
      })),
    ),
  };
}

async function lineOf(deps: Deps, review: Review): Promise<ReviewLine> {
  const file = await frozenFile(deps, review.context.applicationId);
  return {
    reviewId: review.id,
    applicationId: file.application.id,
    organisation: file.snapshot.content.organisation.name,
    stage: reviewStage(review, file.application),
    dueAt: review.context.dueAt,
    scored: review.scores.length,
    criteria: filePlaces(file).length,
  };
}
