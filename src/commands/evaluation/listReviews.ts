import { LabelError } from '../../errors.ts';
import { mayModerate } from '../../policies/file.ts';
import { isReviewer } from '../../policies/who.ts';
import { found } from '../found.ts';
import type { Review } from '../items.ts';
import type { FrozenName, ListedFile } from '../listingPorts.ts';
import type { Asker, Deps } from '../ports.ts';
import { filePlaces } from '../screening/filePlaces.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { type ReviewStage, reviewStage } from './reviewStage.ts';

/** One review of the person's own, in a list. */
export interface ReviewLine {
  readonly reviewId: string;
  readonly applicationId: string;
  readonly organisation: string;
  readonly stage: ReviewStage;
  readonly dueAt: string;
  readonly scored: number;
  /** Criteria to score; 0 unless it is being scored. */
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
  if (!isReviewer(asker)) throw new LabelError('forbidden');
  const { store } = deps;
  const [own, diverging] = await Promise.all([
    store.reviewsBy(asker.id),
    store.submittedIn(['moderation'], many),
  ]);
  const files = await store.applications([...new Set(own.map(({ context }) => context.applicationId))]);
  const byId = new Map(files.map((file) => [file.id, file]));
  const staged = own.map((review) => {
    const application = found(byId.get(review.context.applicationId));
    return { review, application, stage: reviewStage(review, application) };
  });
  const current = staged.filter(({ stage }) => stage !== 'over');
  const free = diverging.filter((application) => mayModerate(asker, { application, reviews: own }));
  const names = await store.frozenNames([...current.map(({ application }) => application), ...free]);
  return {
    reviews: await Promise.all(current.map((one) => lineOf(deps, one, names))),
    moderations: free.map(({ id }) => ({ applicationId: id, organisation: nameIn(names, id) })),
  };
}

interface Staged {
  readonly review: Review;
  readonly application: ListedFile;
  readonly stage: ReviewStage;
}

/** Only what is being scored is read in whole: nobody has many of those at a time. */
async function lineOf(
  deps: Deps,
  { review, application, stage }: Staged,
  names: ReadonlyMap<string, FrozenName>,
): Promise<ReviewLine> {
  return {
    reviewId: review.id,
    applicationId: application.id,
    organisation: nameIn(names, application.id),
    stage,
    dueAt: review.context.dueAt,
    scored: review.scores.filter(({ level }) => level !== null).length,
    criteria: stage === 'scoring' ? filePlaces(await frozenFile(deps, application.id)).length : 0,
  };
}

function nameIn(names: ReadonlyMap<string, FrozenName>, id: string): string {
  return found(names.get(id)).name;
}
