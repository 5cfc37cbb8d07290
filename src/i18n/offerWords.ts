import { type Described, offerAsked, offerFields } from '../criteria/offer.ts';
import type { Translator } from './i18n.ts';

/** What an offer says in the fields that stand at one place, each with its name; what was left empty is left out. */
export function offerSays(offer: Described, place: 'fact' | 'text', words: Translator) {
  return offerFields.flatMap((field) => {
    const text = field === 'type' ? words.t(`offerTypes.${offer.type}`) : offer[field];
    if (offerAsked[field].place !== place || !text) return [];
    return [{ term: words.t(`offer.fields.${field}`), text }];
  });
}

/** The facts of an offer in one line: its type first. */
export function offerLine(offer: Described, words: Translator): string {
  return offerSays(offer, 'fact', words)
    .map(({ text }) => text)
    .join(' · ');
}
