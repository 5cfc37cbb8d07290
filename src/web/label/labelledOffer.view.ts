import type { LabelledOffer } from '../../commands/label/offers/labelledOffer.ts';
import { freeFields } from '../../criteria/offer.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { offerSays } from '../../i18n/offerWords.ts';
import { descriptionNames, freeDescription } from '../application/answers/ownOffer.view.ts';
import { offerPictogram } from '../views/offer.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';
import { photoView } from '../views/photo.view.ts';

export type LabelledOfferView = ReturnType<typeof labelledOfferView>;

/** An offer of a label for its holder: how it is shown, what they change at once, and what was decided. */
export function labelledOfferView(
  { label, entry, offer, photo, valid, mayEdit }: LabelledOffer,
  words: Translator,
) {
  const { organisation, number } = entry;
  const kit = labelKitHref(words, organisation.id, number);
  const id = encodeURIComponent(offer.id);
  const decided = offerSays(offer, 'fact', words).filter(({ field }) => !freeFields.includes(field));
  return {
    ...{ number, name: offer.name, line: decided.map(({ text }) => text).join(' · ') },
    organisation: { name: organisation.name, href: organisationHref(words, organisation.id) },
    kit,
    href: `${kit}/offers/${id}`,
    page: `/${words.language}/labels/${number}/offers/${id}`,
    pictogram: offerPictogram(offer),
    photo: photo ? photoView(number, photo) : null,
    sheet: offerSays(offer, 'text', words),
    isOpen: valid && mayEdit,
    /** A photograph is taken away also once the label holds no more. */
    mayRemove: photo !== undefined && mayEdit,
    revision: label.revision,
    description: freeDescription,
    names: { ...descriptionNames(words), alt: words.t('labelledOffer.alt') },
    values: {
      ...Object.fromEntries(freeFields.map((field) => [field, offer[field] ?? ''])),
      alt: photo?.alt ?? '',
    },
  };
}
