import type { OfferType } from '../../criteria/offer.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';

const pictograms: Record<OfferType, string> = {
  service: 'person',
  object: 'object',
  food: 'bread',
  secondHand: 'recycle',
};

/** Name of the pictogram of a type of offer. */
export function offerPictogram(type: OfferType): string {
  return pictograms[type];
}

/** An offer with what its label says of it. */
export function offerView(
  offer: Entry['offers'][number],
  entry: Pick<Entry, 'acceptsLeman'>,
  words: Translator,
) {
  const parts = [
    words.t(`offerTypes.${offer.type}`),
    offer.madeHere === null
      ? ''
      : words.t('pages.label.madeHere', { percent: words.number(offer.madeHere, 0) }),
    entry.acceptsLeman ? words.t('pages.label.leman') : '',
  ];
  return {
    id: offer.id,
    name: offer.name,
    pictogram: offerPictogram(offer.type),
    /** Type, share made here, whether the local currency is taken; one quiet line. */
    line: parts.filter((part) => part !== '').join(' · '),
    sheet: offer.sheet,
  };
}
