import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { Score } from '../../commands/items/items.ts';
import type { Level } from '../../criteria/scheme.ts';
import { choice, lines } from '../forms/fields.ts';
import { placeKey } from '../views/place.view.ts';

const maxLength = 2000;
const levels = ['0', '1', '2', '3', '4'] as const;
const levelsOrNa = [...levels, 'na'] as const;

/** Two fields a place, both asked for: `<place>.level` and `<place>.comment`. */
export function scoreFields(places: readonly FilePlace[]) {
  return Object.fromEntries(
    places.flatMap((place) => {
      const key = placeKey(place);
      const level = choice(place.na.state === 'allowed' ? levelsOrNa : levels);
      return [
        [`${key}.level`, level],
        [`${key}.comment`, lines(maxLength)],
      ];
    }),
  );
}

/** The scores of a form that passed `scoreFields`. */
export function scoresIn(input: Readonly<Record<string, unknown>>, places: readonly FilePlace[]): Score[] {
  return places.map((place): Score => {
    const key = placeKey(place);
    const level = input[`${key}.level`];
    return {
      offerId: place.offerId,
      criterion: place.criterion.id,
      level: level === 'na' ? 'na' : (Number(level) as Level),
      comment: String(input[`${key}.comment`] ?? ''),
    };
  });
}
