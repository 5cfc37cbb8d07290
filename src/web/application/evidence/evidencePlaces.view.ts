import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';

export type PlaceView = ReturnType<typeof placeView>;

type File = Pick<ApplicantFile, 'application' | 'assessment' | 'published'>;

/** The criterion that an address names; null when this file has no such one. */
export function placeNamed({ assessment, published }: File, key: string): CriterionPlace | null {
  const cut = key.lastIndexOf('.');
  const offerId = cut < 0 ? '' : key.slice(0, cut);
  const { scheme } = published;
  const criterion = scheme.criteria.find(({ id }) => id === key.slice(cut + 1));
  const scope = scheme.themes.find(({ id }) => id === criterion?.theme)?.scope;
  if (!criterion || (scope === 'offer') !== (offerId !== '')) return null;
  const there = offerId === '' || assessment.offersNamed.some(({ id }) => id === offerId);
  return there ? { offerId, criterion: criterion.id } : null;
}

/** The criteria that a document is joined to, the organisation's first. */
export function placesOf({ assessment }: Pick<File, 'assessment'>, document: string): CriterionPlace[] {
  return [{ offerId: '', answers: assessment.answers }, ...assessment.offers].flatMap(
    ({ offerId, answers }) =>
      answers
        .filter(({ files }) => files?.includes(document))
        .map(({ criterion }) => ({ offerId, criterion })),
  );
}

/** A criterion with its title, of an offer with the name of that. */
export function placeView(file: File, { offerId, criterion }: CriterionPlace, words: Translator) {
  const { application, assessment, published } = file;
  const title = published.texts[words.language].criteria[criterion]?.title ?? '';
  const offer = assessment.offersNamed.find(({ id }) => id === offerId);
  const theme = published.scheme.criteria.find(({ id }) => id === criterion)?.theme ?? '';
  const page = offerId === '' ? `themes/${theme}` : `offers/${offerId}`;
  return {
    /** `FIN-01`, or `<offerId>.OFR-01`. */
    key: offerId === '' ? criterion : `${offerId}.${criterion}`,
    text: `${criterion} ${title}${offer ? ` ${words.t('applicant.submit.ofOffer', { offer: offer.name })}` : ''}`,
    /** Its card in the form. */
    href: `${applicationHref(words, application.id, page)}#${criterion}`,
  };
}
