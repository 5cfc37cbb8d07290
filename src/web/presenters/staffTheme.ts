import type { DeskPlace, ReviewDesk } from '../../commands/evaluation/viewReview.ts';
import type { Words } from '../../words/i18n.ts';
import type { StaffBeside } from './staffBeside.ts';
import { placeKey, type StaffPlace, staffPlace } from './staffPlace.ts';
import { besideView } from './staffReview.ts';
import { themePictogram } from './themePictogram.ts';

/** One theme on a reviewer's desk, with the form for its scores. */
export interface StaffTheme {
  readonly href: string;
  readonly reviewHref: string;
  readonly revision: number;
  readonly number: string;
  readonly organisation: string;
  readonly title: string;
  readonly pictogram: string;
  readonly place: string;
  readonly progress: { readonly value: number; readonly max: number; readonly label: string };
  /** The organisation's criteria, or those of each offer under its name. */
  readonly groups: readonly { readonly title: string; readonly places: readonly StaffPlace[] }[];
  readonly previous: { readonly href: string; readonly text: string } | null;
  readonly next: { readonly href: string; readonly text: string } | null;
  /** First content of the fields: the scores given so far. */
  readonly values: Readonly<Record<string, string>>;
  readonly saved: string;
  readonly beside: StaffBeside | null;
}

/** The view of one theme; `savedTheme` is the theme whose scores were just kept, empty otherwise. */
export function staffTheme(desk: ReviewDesk, theme: string, savedTheme: string, words: Words): StaffTheme {
  const { published, review, places, offers, organisation } = desk;
  const text = published.texts[words.language];
  const ids = published.scheme.themes.map(({ id }) => id);
  const at = ids.indexOf(theme);
  const titleOf = (id: string) => text.themes[id]?.title ?? id;
  const reviewHref = `/${words.language}/review/${review.id}`;
  const neighbour = (id: string | undefined) =>
    id === undefined ? null : { href: `${reviewHref}/${id}`, text: titleOf(id) };
  const own = places.filter(({ criterion }) => criterion.theme === theme);
  const scored = places.filter((place) => place.own !== null).length;
  const groups = [...new Set(own.map(({ offerId }) => offerId))];
  return {
    href: `${reviewHref}/${theme}`,
    reviewHref,
    revision: review.revision,
    number: desk.applicationId,
    organisation: organisation.name,
    title: titleOf(theme),
    pictogram: themePictogram(theme),
    place: words.t('staff.theme.place', { n: at + 1, total: ids.length }),
    progress: {
      value: scored,
      max: places.length,
      label: words.t('staff.progress', { count: scored, total: places.length }),
    },
    groups: groups.map((offerId) => ({
      title: offers.find((offer) => offer.id === offerId)?.name ?? '',
      places: own
        .filter((place) => place.offerId === offerId)
        .map((place) => staffPlace(place, published, words)),
    })),
    previous: neighbour(ids[at - 1]),
    next: neighbour(ids[at + 1]),
    values: Object.fromEntries(own.flatMap(valuesOf)),
    beside: besideView(desk, words),
    saved: ids.includes(savedTheme) ? words.t('staff.theme.saved', { theme: titleOf(savedTheme) }) : '',
  };
}

function valuesOf(place: DeskPlace): [string, string][] {
  const { own } = place;
  const key = placeKey(place);
  return own
    ? [
        [`${key}.level`, String(own.level)],
        [`${key}.comment`, own.comment],
      ]
    : [];
}
