import type { RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import { folded } from '../../register/folded.ts';
import { kilometresBetween, wayOf } from '../../register/places/distance.ts';
import { findPlace, type Place, placeAt, placeText } from '../../register/places/places.ts';

/** Around which place is looked, and how it is measured. */
export function aroundText(centre: Place, kilometres: string, words: Translator): string {
  return words.t('register.near.around', { kilometres, place: placeText(centre) });
}

/** For a text with a postcode among its words: the place, and what else is looked for; null where a place is asked for by itself. */
export function placeInText({ text, place, postcode }: RegisterQuery) {
  const typed = text.split(/\s+/);
  const at = typed.findIndex((word) => /^\d{4,5}$/.test(word));
  const found = place === undefined && postcode === undefined && at >= 0 ? findPlace(typed[at] ?? '') : null;
  if (found === null) return null;
  const names = folded(found.name).split(' ');
  const rest = typed.filter((word, i) => i !== at && !(i > at && names.includes(folded(word))));
  return { place: found, text: rest.join(' ') };
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
