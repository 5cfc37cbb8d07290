import type { RaisedFinding, Review, ReviewScore, Score } from '../items/items.ts';

/** A delivered score as others read it. */
export interface SharedScore extends Score {
  readonly finding: RaisedFinding | null;
}

/** The score without what is its author's alone; null while it has no level. */
export function sharedScore(score: ReviewScore | undefined): SharedScore | null {
  if (!score || score.level === null) return null;
  const { offerId, criterion, level, comment, finding = null } = score;
  return { offerId, criterion, level, comment, finding };
}

/** The scores of a review without the notes of its author: what its delivery puts the digest of into the journal. */
export function sharedScores({ scores }: { readonly scores: readonly ReviewScore[] }): ReviewScore[] {
  return scores.map(({ note: _, ...shared }) => shared);
}

/** A review as everyone but its author reads it. It is never written back. */
export function withoutNotes(review: Review): Review {
  return { ...review, scores: sharedScores(review) };
}
