import type { Translator } from '../../i18n/i18n.ts';
import {
  type Box,
  boxAround,
  boxText,
  groupsIn,
  isClosest,
  type MapGroup,
  type MapView,
  mapSize,
  type PlaceCount,
  viewOf,
  wholeMap,
} from '../../register/places/mapView.ts';
import { placeText } from '../../register/places/places.ts';
import { registerSearch } from './register.form.ts';

/** Places that are listed beside the map; a closer part has the others. */
const maxListed = 30;
/** A mark by the width of what is shown: large enough for a finger on a phone, larger with more labels, never over its neighbour. */
const mark = { least: 0.038, most: 0.055, fullAt: 50 };

export type PlacesMap = ReturnType<typeof placesMap>;

/** The map, or a part of it, with a mark for each group of places, and the places that it shows as a list; all of them unless a part is asked for. */
export function placesMap(counts: readonly PlaceCount[], box: Box | null, words: Translator) {
  const all = groupsIn(viewOf(wholeMap), counts).flatMap(({ places }) => places);
  const view = viewOf(box ?? boxAround(all, mapSize.width));
  const groups = groupsIn(view, counts).toSorted((a, b) => a.y - b.y || a.x - b.x);
  const listed = groups.flatMap(({ places }) => places).toSorted((a, b) => b.count - a.count);
  return {
    size: mapSize,
    box: [view.x, view.y, view.width, view.height].map((length) => length.toFixed(1)).join(' '),
    /** Where the whole is, from a part of it. */
    whole: view.width < mapSize.width ? `/${words.language}/register/places?box=${boxText(wholeMap)}` : null,
    marks: groups.map((group) => markOf(group, view, words)),
    listed: listed
      .slice(0, maxListed)
      .map((one) => ({
        name: placeText(one.place),
        labels: one.count,
        count: words.number(one.count),
        href: searchAround(one, words),
      })),
    isMore: listed.length > maxListed,
  };
}

function markOf(group: MapGroup, view: MapView, words: Translator) {
  const [main] = group.places;
  const others = group.places.length - 1;
  const place = main === undefined ? '' : placeText(main.place);
  const share = Math.min(Math.log(group.count) / Math.log(mark.fullAt), 1);
  const radius = view.width * (mark.least + (mark.most - mark.least) * share);
  const isLast = others === 0 || isClosest(view);
  return {
    x: group.x.toFixed(1),
    y: group.y.toFixed(1),
    radius: radius.toFixed(1),
    size: (radius * 0.95).toFixed(1),
    labels: group.count,
    count: words.number(group.count),
    text: words.t('register.map.mark', { count: group.count, place, others }),
    href:
      main && isLast
        ? searchAround(main, words)
        : `/${words.language}/register/places?box=${boxText(boxAround(group.places, view.width / 2))}#map`,
  };
}

function searchAround({ place }: PlaceCount, { language }: Translator): string {
  return `/${language}/register${registerSearch({ text: '', place: placeText(place), within: '0' })}`;
}
