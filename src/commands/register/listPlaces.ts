import { placeCounts } from '../../register/places/mapView.ts';
import { keyOfPlace } from '../../register/places/places.ts';
import { filterTerm } from '../../register/searchRow.ts';
import type { Deps } from '../ports/ports.ts';

/** More communes than Switzerland has. */
const maxPlaces = 3000;

/** Every commune with labels that hold, in the order of the alphabet, and how many of them: the list of the commune shows these. */
export async function listPlaces({ store }: Pick<Deps, 'store'>) {
  const beginning = filterTerm('holdsIn', '');
  const terms = await store.termsBeginning(beginning, maxPlaces);
  return terms.map(({ term, written, rows }) => ({
    /** The name under which it is requested. */
    place: term.slice(beginning.length),
    name: written,
    count: rows,
  }));
}

/** How many labels hold in each place that we know, as far as their states say so. */
export async function countPlaces({ store }: Pick<Deps, 'store'>) {
  const beginning = filterTerm('holdsAt', '');
  const terms = await store.termsBeginning(beginning, maxPlaces);
  const byKey = new Map(terms.map(({ term, rows }) => [term.slice(beginning.length), rows]));
  return placeCounts(byKey, keyOfPlace);
}

/** How communes write themselves, of those that the register has. */
export async function placeNames({ store }: Pick<Deps, 'store'>, places: readonly string[]) {
  const terms = await store.knownTerms(places.map((place) => filterTerm('place', place)));
  return new Map(terms.map(({ term, written }) => [term.slice(filterTerm('place', '').length), written]));
}
