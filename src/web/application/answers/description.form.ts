import type { Offer } from '../../../commands/items/items.ts';
import { choice, line, lines } from '../../forms/fields.ts';
import { type TypedFields, textOf } from './fields.form.ts';

/** Words of a sheet at most (criterion OFR-03). */
const sheetWords = 150;

const types = ['service', 'object', 'food', 'secondHand'] as const;

/** What a new offer is described with. */
export const descriptionShape = {
  name: line(120),
  type: choice(types),
  sheet: lines(2000).refine((text) => wordsIn(text) <= sheetWords, {
    message: 'tooManyWords',
    params: { fault: { max: sheetWords } },
  }),
};

/** The same where an offer is changed: a field that was not sent stays as it is. */
export const changedDescription = {
  name: descriptionShape.name.optional(),
  type: descriptionShape.type.optional(),
  sheet: descriptionShape.sheet.optional(),
};

/** The offer with what was typed of its description. */
export function described(offer: Offer, typed: TypedFields): Offer {
  return {
    id: offer.id,
    name: textOf(typed, 'name') ?? offer.name,
    type: types.find((type) => type === typed.type) ?? offer.type,
    sheet: textOf(typed, 'sheet') ?? offer.sheet,
  };
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
