import { type Described, type OfferField, offerAsked, offerFields } from '../criteria/offer.ts';
import type { Translator } from './i18n.ts';

/** What an offer says in the fields that stand at one place, each with its name; what was left empty is left out. */
export function offerSays(offer: Described, place: 'fact' | 'text', words: Translator) {
  return offerFields.flatMap((field) => {
    const text = textOf(offer, field, words);
    if (offerAsked[field].place !== place || !text) return [];
    return [{ field, term: words.t(`offer.fields.${field}`), text }];
  });
}

/** The facts of an offer in one line: its type first. */
export function offerLine(offer: Described, words: Translator): string {
  return offerSays(offer, 'fact', words)
    .map(({ text }) => text)
    .join(' · ');
}

function textOf(offer: Described, field: OfferField, words: Translator): string | undefined {
  if (field === 'type') return words.t(`offerTypes.${offer.type}`);
  if (field === 'category') return offer.category && words.t(`categories.${offer.category}`);
  return offer[field];
}
