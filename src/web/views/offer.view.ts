import { type AnyCategory, branchOf } from '../../criteria/category.ts';
import type { Offer, OfferType } from '../../criteria/offer.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import { contactAddress } from '../../register/siteIn.ts';
import { photoView } from './photo.view.ts';

const ofTypes: Record<OfferType, string> = {
  service: 'person',
  object: 'object',
  food: 'bread',
  secondHand: 'recycle',
};

/** What is drawn for the categories of a branch. */
const ofBranches: Readonly<Partial<Record<AnyCategory, string>>> = {
  food: 'basket',
  hospitality: 'cutlery',
  goods: 'object',
  reuse: 'recycle',
  transport: 'bike',
  building: 'tools',
  care: 'hands',
  knowledge: 'book',
  business: 'person',
};

/** Name of the pictogram of an offer: that of its category, else of its type. */
export function offerPictogram({ type, category }: Pick<Offer, 'type' | 'category'>): string {
  const branch = category === undefined || category === 'bread' ? null : branchOf(category);
  return (branch && ofBranches[branch]) ?? ofTypes[type];
}

/** An offer with what its label says of it. */
export function offerView(
  offer: Entry['offers'][number],
  entry: Pick<Entry, 'acceptsLeman' | 'number'>,
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
    pictogram: offerPictogram(offer),
    photo: offer.photo ? photoView(entry.number, offer.photo) : null,
    /** Type, share made here, whether the local currency is taken; one quiet line. */
    line: parts.filter((part) => part !== '').join(' · '),
    sheet: offer.sheet,
    price: offer.price ?? '',
    delivery: offer.delivery ?? '',
    contact: offer.contact === undefined ? null : contactAddress(offer.contact),
  };
}
