import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { SettledGrade } from '../../commands/items/decidingItems.ts';
import { choice, lines } from '../forms/fields.ts';
import { placeKey } from '../views/place.view.ts';

const maxLength = 2000;

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
export function gradesIn(
  input: Readonly<Record<string, unknown>>,
  places: readonly FilePlace[],
): SettledGrade[] {
  return places.map((place) => ({
    offerId: place.offerId,
    criterion: place.criterion.id,
    grade: input[`${placeKey(place)}.grade`] === 'major' ? 'major' : 'minor',
    reason: String(input[`${placeKey(place)}.gradeReason`] ?? ''),
  }));
}
