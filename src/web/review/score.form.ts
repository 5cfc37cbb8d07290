import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { SettledGrade } from '../../commands/items/decidingItems.ts';
import type { Score } from '../../commands/items/items.ts';
import type { Level } from '../../criteria/scheme.ts';
import { choice, lines } from '../forms/fields.ts';
import { placeKey } from '../views/place.view.ts';

const maxLength = 2000;
const levels = ['0', '1', '2', '3', '4'] as const;

type Typed = Readonly<Record<string, unknown>>;

/** What a level is chosen from: "not applicable" only where it may be. */
export function levelsFor({ na }: Pick<FilePlace, 'na'>) {
  return na.state === 'allowed' ? ([...levels, 'na'] as const) : levels;
}

/** Two fields a place, both required: `<place>.level` and `<place>.comment`. */
export function scoreFields(places: readonly FilePlace[]) {
  return Object.fromEntries(
    places.flatMap((place) => [
      [`${placeKey(place)}.level`, choice(levelsFor(place))],
      [`${placeKey(place)}.comment`, lines(maxLength)],
    ]),
  );
}

/** The scores of a form that passed `scoreFields`. */
export function scoresIn(input: Typed, places: readonly FilePlace[]): Score[] {
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

/** Two fields a criterion whose finding was graded differently: `<place>.grade` and `<place>.gradeReason`. */
export function gradeFields(places: readonly FilePlace[]) {
  return Object.fromEntries(
    places.flatMap((place) => [
      [`${placeKey(place)}.grade`, choice(['minor', 'major'])],
      [`${placeKey(place)}.gradeReason`, lines(maxLength)],
    ]),
  );
}

/** The grades of a form that passed `gradeFields`. */
export function gradesIn(input: Typed, places: readonly FilePlace[]): SettledGrade[] {
  return places.map((place) => ({
    offerId: place.offerId,
    criterion: place.criterion.id,
    grade: input[`${placeKey(place)}.grade`] === 'major' ? 'major' : 'minor',
    reason: String(input[`${placeKey(place)}.gradeReason`] ?? ''),
  }));
}
