import { LabelError } from '../../../errors.ts';
import { isModeration } from '../../../policies/reviewTask.ts';
import { isReviewer } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { filePlaces } from '../../file/filePlaces.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { type ReviewStage, reviewStage } from '../../file/reviewStage.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Review } from '../../items/items.ts';
import type { FrozenName, ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A reviewer's work: own reviews, newest first, without those that are over, and the files they settle. */
export async function listReviews(deps: Deps, asker: Asker) {
  if (!isReviewer(asker)) throw new LabelError('forbidden');
  const { store } = deps;
  const own = await store.reviewsBy(asker.id);
  const files = await store.applications([...new Set(own.map(({ context }) => context.applicationId))]);
  const byId = new Map(files.map((file) => [file.id, file]));
  const staged = own.map((review) => {
    const application = requireVisible(byId.get(review.context.applicationId));
    return { review, application, stage: reviewStage(review, application) };
  });
  const current = staged.filter(({ stage }) => stage !== 'over');
  const names = await store.frozenNames(current.map(({ application }) => application));
  const judged = current.filter(({ review, application }) => isOf(review, application)).map(idOf);
  const waiting = await store.findingsWaiting(judged);
  return {
    reviews: await Promise.all(
      current.filter((one) => !settles(one)).map((one) => lineOf(deps, one, names, waiting)),
    ),
    /** Files whose two reviews diverge, which this person accepted to settle. */
    moderations: current
      .filter(settles)
      .map(({ application: { id, context } }) => ({
        applicationId: id,
        ...aboutOf(context),
        organisation: nameIn(names, id),
      })),
  };
}

interface Staged {
  readonly review: Review;
  readonly application: ListedFile;
  readonly stage: ReviewStage;
}

const settles = ({ stage }: Staged): boolean => stage === 'moderation';
const idOf = ({ application }: Staged): string => application.id;

/** Whether a delivered review counts in its file: its author then judges the findings. */
function isOf({ id, state }: Review, { context }: ListedFile): boolean {
  return state === 'delivered' && context.reviewers.some(({ reviewId }) => reviewId === id);
}

export type ReviewLine = Awaited<ReturnType<typeof lineOf>>;

/** Only files that are being scored are read whole: nobody has many of those at a time. */
async function lineOf(
  deps: Deps,
  { review, application, stage }: Staged,
  names: ReadonlyMap<string, FrozenName>,
  waiting: readonly Finding[],
) {
  const { id, state, context } = application;
  return {
    reviewId: review.id,
    applicationId: id,
    ...aboutOf(context),
    organisation: nameIn(names, id),
    stage,
    /** Whether it is to settle two reviews that diverge, not to score the file. */
    moderates: isModeration(review),
    dueAt: review.context.dueAt,
    /** Rises with each change of the review. */
    sequence: review.head.seq,
    scored: review.scores.filter(({ level }) => level !== null).length,
    /** Criteria to score; 0 unless it is being scored. */
    criteria: stage === 'scoring' ? filePlaces(await frozenFile(deps, id)).length : 0,
    /** Answers to findings that wait for the reviewers of the file. */
    waits: waiting.filter((finding) => finding.context.applicationId === id && isOf(review, application))
      .length,
    /** Whether a correction was sent and is to be verified. */
    verifies: state === 'verification' && isOf(review, application),
  };
}

/** What the file is about. */
function aboutOf({ kind, scope, succeeds }: ListedFile['context']) {
  return { kind, scope, succeeds };
}

function nameIn(names: ReadonlyMap<string, FrozenName>, id: string): string {
  return requireVisible(names.get(id)).name;
}
