import { type Place, places } from './places.ts';

/** A position on the earth in degrees (WGS 84). */
export type Position = Pick<Place, 'latitude' | 'longitude'>;

/** How far people go for something, in kilometres: on foot up to two, by bike beyond; zero is the place alone. */
export const distances = ['0', '1', '2', '5', '10'] as const;

const earthRadius = 6371;
/** Streets are longer than a line through the air, by about so much. */
const detour = 1.3;
/** Kilometres an hour, without haste. */
const speed = { foot: 5, bike: 15 };
/** Beyond, people take a bike. */
const maxOnFoot = 2;
/** Whose middle is farther away is no place to start from. */
const maxNearest = 15;

/** Kilometres from one position to another in a straight line. */
export function kilometresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const middle = radians((a.latitude + b.latitude) / 2);
  // Over some ten kilometres the earth is flat.
  const east = radians(b.longitude - a.longitude) * Math.cos(middle);
  return earthRadius * Math.hypot(east, radians(b.latitude - a.latitude));
}

/** Every place whose middle lies within so many kilometres of a position, the nearest first. */
export function placesWithin(from: Position, kilometres: number): readonly Place[] {
  return places
    .map((place) => ({ place, away: kilometresBetween(from, place) }))
    .filter(({ away }) => away <= kilometres)
    .sort((a, b) => a.away - b.away)
    .map(({ place }) => place);
}

/** The place that is nearest to a position; null outside of the region. */
export function nearestPlace(from: Position): Place | null {
  return placesWithin(from, maxNearest)[0] ?? null;
}

/** How one gets there and in about how many minutes, by five: nobody knows from which door to which. */
export function wayOf(kilometres: number): { readonly by: keyof typeof speed; readonly minutes: number } {
  const by = kilometres <= maxOnFoot ? 'foot' : 'bike';
  const minutes = (kilometres * detour * 60) / speed[by];
  return { by, minutes: Math.max(5, Math.round(minutes / 5) * 5) };
}
