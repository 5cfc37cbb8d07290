import { isOldEvidence } from '../../policies/evidenceAge.ts';
import type { Day } from '../../register/day.ts';
import type { Evidence } from '../items/items.ts';
import type { SettledPlace } from './settledPlaces.ts';

/** A criterion that counts for the applicant, and that only old documents prove. */
export interface ExpiredProof {
  readonly offerId: string;
  readonly criterion: string;
  /** All of them, as they were frozen. */
  readonly documents: readonly Evidence[];
}

/**
 * Where the evidence of a file has expired on a day: a criterion settled above level 0 whose documents all tell of a time before
 * `oldest`. One that says no period is current, and so are older ones beside a current one: accounts of three years stay whole.
 */
export function expiredProofs(
  places: readonly Pick<SettledPlace, 'offerId' | 'criterion' | 'settled' | 'files'>[],
  oldest: Day,
): ExpiredProof[] {
  return places
    .filter(
      ({ settled, files }) =>
        settled !== 'na' &&
        settled > 0 &&
        files.length > 0 &&
        files.every(({ until }) => isOldEvidence(until, oldest)),
    )
    .map(({ offerId, criterion, files }) => ({ offerId, criterion: criterion.id, documents: files }));
}

/** How many documents that is: one that proves several criteria is one. */
export function countDocuments(proofs: readonly ExpiredProof[]): number {
  return new Set(proofs.flatMap(({ documents }) => documents.map(({ id }) => id))).size;
}
