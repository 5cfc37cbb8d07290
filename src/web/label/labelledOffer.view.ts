import type { LabelledOffer } from '../../commands/label/offers/labelledOffer.ts';
import { digestOfPart } from '../../commands/label/offers/shownOffer.ts';
import { freeFields } from '../../criteria/offer.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { offerSays } from '../../i18n/offerWords.ts';
import { descriptionNames, freeDescription } from '../application/answers/ownOffer.view.ts';
import { offerPictogram } from '../views/offer.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';
import { photoView } from '../views/photo.view.ts';
import { takenDownOf, takenDownView } from './takenDown.view.ts';

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
    takenDown: stillGone(label, offer, words),
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

/** What was taken down, the newest of each part, where nothing stands in its place yet. */
function stillGone(label: LabelledOffer['label'], offer: LabelledOffer['offer'], words: Translator) {
  const all = takenDownOf(label, offer).filter(({ part }) => digestOfPart(label, offer, part) === null);
  return all
    .filter(({ part }, i) => all.findIndex((one) => one.part === part) === i)
    .map((one) => takenDownView(one, words));
}
