import rows from '../../../criteria/places.json' with { type: 'json' };
import { folded } from '../folded.ts';

/** A locality of the region, or a commune of neighbouring France, with one of its postcodes and its middle (WGS 84). */
export interface Place {
  readonly postcode: string;
  readonly name: string;
  /** The one that it lies in, which often bears its name. */
  readonly commune: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Every place that we know (criteria/README.md#places), by postcode, the main one of each postcode first. */
export const places: readonly Place[] = rows.map(readPlace);

const byPostcode = firstBy(({ postcode }) => postcode);
const byName = firstBy(({ name }) => folded(name));
const byCommune = firstBy(({ commune }) => folded(commune));
const byBoth = firstBy(keyOfPlace);

/** The place that a text with a postcode, a name or both means; null for one that we do not know. */
export function findPlace(text: string): Place | null {
  const [, postcode = '', name = ''] = /^\s*(?:(?:CH|FR?)[-\s]+)?(\d{4,5})?\s*(.*)$/i.exec(text) ?? [];
  return placeAt({ postcode, commune: name });
}

/** Where an organisation is: its locality where postcode and commune agree, else its postcode, else its commune. */
export function placeAt(at: { readonly postcode?: string; readonly commune: string }): Place | null {
  const { postcode = '' } = at;
  const name = folded(at.commune);
  if (postcode !== '') return byBoth.get(`${postcode} ${name}`) ?? byPostcode.get(postcode) ?? null;
  return byName.get(name) ?? byCommune.get(name) ?? null;
}

/** What stands for a place in the register. */
export function keyOfPlace({ postcode, name }: Pick<Place, 'postcode' | 'name'>): string {
  return `${postcode} ${folded(name)}`;
}

/** A place as people write it. */
export function placeText({ postcode, name }: Pick<Place, 'postcode' | 'name'>): string {
  return `${postcode} ${name}`;
}

function readPlace(row: (typeof rows)[number]): Place {
  const [postcode, name, latitude, longitude, commune = name] = row;
  if (typeof postcode !== 'string' || typeof name !== 'string' || typeof commune !== 'string')
    throw new Error(`no place: ${row.join(', ')}`);
  return { postcode, name, commune, latitude: Number(latitude), longitude: Number(longitude) };
}

function firstBy(key: (place: Place) => string): ReadonlyMap<string, Place> {
  return new Map(places.map((place) => [key(place), place] as const).reverse());
}
