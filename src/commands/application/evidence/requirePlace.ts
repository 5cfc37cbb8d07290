import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import { found } from '../../common/found.ts';
import type { SelfAssessment } from '../../items/items.ts';

/** A criterion of a working copy; `offerId` is empty for the organisation's. */
export interface CriterionPlace {
  readonly offerId: string;
  readonly criterion: string;
}

/** `notFound` for a criterion that the version does not have, or an offer that the working copy does not name. */
export function requirePlace(
  { scheme }: PublishedScheme,
  { offersNamed }: Pick<SelfAssessment, 'offersNamed'>,
  { offerId, criterion }: CriterionPlace,
): void {
  const { theme } = found(scheme.criteria.find(({ id }) => id === criterion));
  const { scope } = found(scheme.themes.find(({ id }) => id === theme));
  if ((scope === 'offer') !== (offerId !== '')) throw new LabelError('notFound');
  if (offerId !== '') found(offersNamed.find(({ id }) => id === offerId));
}
