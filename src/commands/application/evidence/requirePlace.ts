import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import { requireVisible } from '../../common/requireVisible.ts';
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
  const { theme } = requireVisible(scheme.criteria.find(({ id }) => id === criterion));
  const { scope } = requireVisible(scheme.themes.find(({ id }) => id === theme));
  if ((scope === 'offer') !== (offerId !== '')) throw new LabelError('notFound');
  if (offerId !== '') requireVisible(offersNamed.find(({ id }) => id === offerId));
}
