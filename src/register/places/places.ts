import * as z from 'zod';
import { profile } from '../../profile/profile.ts';
import { readSchemeJson } from '../../profile/schemeFile.ts';
import { folded } from '../folded.ts';

/** A locality of the region or beside it, with one of its postcodes and its middle (WGS 84). */
export interface Place {
  readonly postcode: string;
  readonly name: string;
  /** The one that it lies in, which often bears its name. */
  readonly commune: string;
  readonly latitude: number;
  readonly longitude: number;
}

const text = z.string().min(1);
/** Postcode, name, latitude, longitude, and the commune where it is called otherwise. */
const row = z.union([
  z.tuple([text, text, z.number(), z.number()]),
  z.tuple([text, text, z.number(), z.number(), text]),
]);
/** The longest first: F is the beginning of FR. */
const before = profile.postcodes.flatMap((one) => one.before).sort((a, b) => b.length - a.length);

/** Every place that we know (criteria/README.md#places), by postcode, the main one of each postcode first. */
export const places: readonly Place[] = readSchemeJson('places.json', z.array(row)).map(readPlace);

/** A postcode, with the sign of its country before it as some write it, a name, or both. */
const written = new RegExp(`^\\s*(?:(?:${before.join('|')})[-\\s]+)?(\\d{3,6})?\\s*(.*)$`, 'i');

const byPostcode = firstBy(({ postcode }) => postcode);
const byName = firstBy(({ name }) => folded(name));
const byCommune = firstBy(({ commune }) => folded(commune));
const byBoth = firstBy(keyOfPlace);

/** The place that a text with a postcode, a name or both means; null for one that we do not know. */
export function findPlace(text: string): Place | null {
  const [, postcode = '', name = ''] = written.exec(text) ?? [];
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

function readPlace([postcode, name, latitude, longitude, commune = name]: z.infer<typeof row>): Place {
  return { postcode, name, commune, latitude, longitude };
}

function firstBy(key: (place: Place) => string): ReadonlyMap<string, Place> {
  return new Map(places.map((place) => [key(place), place] as const).reverse());
}
