import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { type AssessedFile, cardHref, keyOf } from '../answers/scope.view.ts';

export type PlaceView = ReturnType<typeof placeView>;

/** The criteria that a document is joined to, the organisation's first. */
export function placesOf(
  { assessment }: Pick<AssessedFile, 'assessment'>,
  document: string,
): CriterionPlace[] {
  return [{ offerId: '', answers: assessment.answers }, ...assessment.offers].flatMap(
    ({ offerId, answers }) =>
      answers
        .filter(({ files }) => files?.includes(document))
        .map(({ criterion }) => ({ offerId, criterion })),
  );
}

/** A criterion with its title, of an offer with the name of that, and its card in the form. */
export function placeView(file: AssessedFile, place: CriterionPlace, words: Translator) {
  const { offerId, criterion } = place;
  const title = file.published.texts[words.language].criteria[criterion]?.title ?? '';
  return {
    key: keyOf(offerId, criterion),
    text: `${criterion} ${title}${ofOffer(file, offerId, words)}`,
    href: cardHref(file, place, words),
  };
}

/** The name of an offer after what is said of it; empty for the organisation. */
export function ofOffer(
  { assessment }: Pick<AssessedFile, 'assessment'>,
  offerId: string,
  words: Translator,
): string {
  const offer = assessment.offersNamed.find(({ id }) => id === offerId);
  return offer ? ` ${words.t('applicant.submit.ofOffer', { offer: offer.name })}` : '';
}
