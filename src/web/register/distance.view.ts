import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import { kilometresBetween, wayOf } from '../../register/places/distance.ts';
import { type Place, placeAt, placeText } from '../../register/places/places.ts';

/** Around which place is looked, and how it is measured. */
export function aroundText(centre: Place, kilometres: string, words: Translator): string {
  return words.t('register.near.around', { kilometres, place: placeText(centre) });
}

/** How far an organisation is from a place, as people say it; empty where nobody knows where it is. */
export function distanceTo(organisation: Entry['organisation'], centre: Place, words: Translator): string {
  const place = placeAt(organisation);
  if (place === null) return '';
  if (place === centre) return words.t('register.near.here');
  const kilometres = kilometresBetween(centre, place);
  const { by, minutes } = wayOf(kilometres);
  return words.t(`register.near.${by}`, { distance: distanceText(kilometres, words), minutes });
}

/** Hundred metres are as much as middles of places tell. */
function distanceText(kilometres: number, { number }: Translator): string {
  return kilometres < 0.95
    ? `${Math.max(100, Math.round(kilometres * 10) * 100)}\u00a0m`
    : `${number(kilometres, 1)}\u00a0km`;
}
