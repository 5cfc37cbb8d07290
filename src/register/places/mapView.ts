import { profile } from '../../profile/profile.ts';
import { type Place, places } from './places.ts';

/** A part of the earth between two meridians and two parallels, in degrees (WGS 84). */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** How many labels hold in a place. */
export interface PlaceCount {
  readonly place: Place;
  readonly count: number;
}

/** Places that are so near to each other on a map that one mark stands for all, those with most labels first. */
export interface MapGroup {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly places: readonly PlaceCount[];
}

/** What the scheme's map.svg draws, and what it measures in its own units. */
const { width: mapWidth, height: mapHeight, ...corners } = profile.map;
export const wholeMap: Box = corners;
export const mapSize = { width: mapWidth, height: mapHeight };

/** Marks that have room beside each other from one side to the other. */
const marksAcross = 9;
/** What is shown at most as many times as large as the whole. */
const maxZoom = 25;
/** Around the outermost places of a part. */
const margin = 0.2;
/** Four degrees, `west,south,east,north`, or nothing. */
export const boxPattern = /^(?:-?\d{1,3}(?:\.\d{1,6})?(?:,-?\d{1,3}(?:\.\d{1,6})?){3})?$/;

/** The part of the map that a text asks for, `west,south,east,north`; null for no part of it. */
export function readBox(text: string): Box | null {
  if (text === '' || !boxPattern.test(text)) return null;
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  const { west: w, south: s, east: e, north: n } = wholeMap;
  return west < east && south < north && west < e && east > w && south < n && north > s
    ? { west, south, east, north }
    : null;
}

/** A part as an address says it. */
export function boxText({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((degree) => degree.toFixed(3)).join(',');
}

/** What of the drawing shows a part of the map: as wide as the whole for its height, never beyond its edges. */
export function viewOf(box: Box) {
  const [a, b] = [pointAt(box.west, box.north), pointAt(box.east, box.south)];
  const ratio = mapSize.width / mapSize.height;
  const wide = Math.max(b.x - a.x, (b.y - a.y) * ratio, mapSize.width / maxZoom);
  const width = Math.min(wide, mapSize.width);
  const height = width / ratio;
  const within = (middle: number, length: number, whole: number) =>
    Math.min(Math.max(middle - length / 2, 0), whole - length);
  return {
    x: within((a.x + b.x) / 2, width, mapSize.width),
    y: within((a.y + b.y) / 2, height, mapSize.height),
    width,
    height,
  };
}

/** Whether a view is as close as any. */
export function isClosest({ width }: MapView): boolean {
  return width <= mapSize.width / maxZoom;
}

export type MapView = ReturnType<typeof viewOf>;

/** The groups of places that a view shows, each where its place with most labels is, none too near to another. */
export function groupsIn(view: MapView, counts: readonly PlaceCount[]): MapGroup[] {
  const groups: { x: number; y: number; places: PlaceCount[] }[] = [];
  for (const one of counts.toSorted((a, b) => b.count - a.count)) {
    const { x, y } = pointAt(one.place.longitude, one.place.latitude);
    const [across, down] = [x - view.x, y - view.y];
    if (across < 0 || across > view.width || down < 0 || down > view.height) continue;
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < view.width / marksAcross);
    if (near) near.places.push(one);
    else groups.push({ x, y, places: [one] });
  }
  return groups.map((group) => ({
    ...group,
    count: group.places.reduce((sum, { count }) => sum + count, 0),
  }));
}

/** The part of the map in which all these places lie, at most so wide of its units; of none, the whole. */
export function boxAround(places: readonly PlaceCount[], most: number): Box {
  if (places.length === 0) return wholeMap;
  const points = places.map(({ place }) => pointAt(place.longitude, place.latitude));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = spread(Math.min(...xs), Math.max(...xs), most);
  const [top, bottom] = spread(Math.min(...ys), Math.max(...ys), most);
  const [a, b] = [degreesAt(left, top), degreesAt(right, bottom)];
  return { west: a.longitude, north: a.latitude, east: b.longitude, south: b.latitude };
}

/** By how many labels hold in each place that has some: the places by their keys, those that we do not know left out. */
export function placeCounts(
  byKey: ReadonlyMap<string, number>,
  keyOf: (place: Place) => string,
): PlaceCount[] {
  return places.flatMap((place) => {
    const count = byKey.get(keyOf(place)) ?? 0;
    return count > 0 ? [{ place, count }] : [];
  });
}

function spread(from: number, to: number, most: number): readonly [number, number] {
  const length = Math.min((to - from) * (1 + 2 * margin), most);
  const middle = (from + to) / 2;
  return [middle - length / 2, middle + length / 2];
}

function pointAt(longitude: number, latitude: number) {
  const { west, south, east, north } = wholeMap;
  return {
    x: ((longitude - west) / (east - west)) * mapSize.width,
    y: ((north - latitude) / (north - south)) * mapSize.height,
  };
}

function degreesAt(x: number, y: number) {
  const { west, south, east, north } = wholeMap;
  return {
    longitude: west + (x / mapSize.width) * (east - west),
    latitude: north - (y / mapSize.height) * (north - south),
  };
}
