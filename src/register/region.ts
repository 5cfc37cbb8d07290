import { atLeastOne, profile } from '../profile/profile.ts';

/** Where an organisation works from, by the definition of the region in the scheme (docs/design/criteria.md#region). */
export type Region = string;

/** Every region of the scheme, in the order in which they are offered. */
export const regions = atLeastOne(profile.regions.map(({ id }): Region => id));

/** Where everything lies that lies in no other region. */
const elsewhere = profile.regions.find(({ postcodes }) => postcodes === undefined)?.id ?? null;

/**
 * The region that a postcode suggests. Null for what is no postcode, or one that does not tell: a place of two regions. It is a
 * suggestion: who registers knows better.
 */
export function regionOf(postcode: string): Region | null {
  if (countryOf(postcode) === null || profile.unsure.includes(postcode)) return null;
  const region = profile.regions.find(({ postcodes = [] }) =>
    postcodes.some(
      ([first, last = first]) => postcode.length === first.length && postcode >= first && postcode <= last,
    ),
  );
  return region?.id ?? elsewhere;
}

/** The country of a postcode, as two letters; null for what is none of those that the scheme knows. */
export function countryOf(postcode: string): string | null {
  if (!/^\d+$/.test(postcode)) return null;
  return profile.postcodes.find(({ digits }) => digits === postcode.length)?.country ?? null;
}
