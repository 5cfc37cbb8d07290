import * as z from 'zod';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import { dayOrNull } from '../../forms/fields.ts';
import type { WebContext } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { cardHref } from '../answers/scope.view.ts';

/** The period that a document tells about; both days may stay empty. */
export const periodShape = { from: dayOrNull, until: dayOrNull };

/** The name of a criterion, `FIN-01` or `<offerId>.OFR-01`, as it came: what it names is looked up in the file. */
export const placeKey = z.string().max(60);

/** The criterion of a name; `notFound` for one that the file does not have. */
export function placeGiven(file: ApplicantFile, key: string): CriterionPlace {
  const { assessment, published } = file;
  const cut = key.lastIndexOf('.');
  const offerId = cut < 0 ? '' : key.slice(0, cut);
  const { criteria, themes } = published.scheme;
  const found = requireVisible(criteria.find(({ id }) => id === key.slice(cut + 1)));
  const isOfOffer = themes.find(({ id }) => id === found.theme)?.scope === 'offer';
  requireVisible(isOfOffer ? assessment.offersNamed.some(({ id }) => id === offerId) : offerId === '');
  return { offerId, criterion: found.id };
}

/** Where to go on after something was done with the files of a criterion: its card, or the library. */
export function afterwards(
  file: ApplicantFile,
  place: CriterionPlace | null,
  { words }: Pick<WebContext, 'words'>,
): string {
  if (!place) return `${applicationHref(words, file.application.id, 'evidence')}?saved=1`;
  return cardHref(file, place, words, '?saved=1');
}
