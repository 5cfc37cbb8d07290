import { fileVerdictOf } from '../../scoring/verdict.ts';
import { cycleOf } from '../common/cycleOf.ts';
import type { Offer } from '../items/items.ts';
import type { FrozenFile } from './frozenFile.ts';
import { settledOf } from './reviewMarks.ts';

/** Offers that may bear the label at the settled levels, in the file's order; none while the organisation does not pass. */
export function labelledOffers({ application, published, snapshot, reviews }: FrozenFile): readonly Offer[] {
  const settled = settledOf(published.scheme, application, reviews, snapshot);
  const ids = settled ? fileVerdictOf(published.scheme, cycleOf(application), settled).labelledOffers : [];
  return snapshot.content.offers.filter(({ id }) => ids.includes(id));
}
