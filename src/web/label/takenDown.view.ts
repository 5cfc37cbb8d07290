import type { Label, TakenDown } from '../../commands/items/items.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { ShownPart } from '../../criteria/takenDown.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';

export type TakenDownView = ReturnType<typeof takenDownView>;

/** What was taken down of an offer, the newest first. */
export function takenDownOf({ takenDown = [] }: Pick<Label, 'takenDown'>, { id }: Offer): TakenDown[] {
  return takenDown.filter(({ offerId }) => offerId === id).reverse();
}

/** Something that was taken down: what, when and why. */
export function takenDownView({ part, at, code, reason }: TakenDown, words: Translator) {
  return {
    what: partName(part, words),
    on: words.date(dayOf(at)),
    cause: words.t(`takeDown.codes.${code}`),
    reason,
  };
}

/** What a part of an offer is called. */
export function partName(part: ShownPart, words: Translator): string {
  return part === 'photo' ? words.t('labelledOffer.photo') : words.t(`offer.fields.${part}`);
}
