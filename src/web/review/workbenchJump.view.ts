import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeKey } from '../views/place.view.ts';
import { themePictogram } from '../views/themePictogram.view.ts';

/** One criterion in the list that leads to all of them. */
export interface JumpPlace {
  readonly key: string;
  readonly href: string;
  readonly code: string;
  readonly title: string;
  /** What the sign beside the code says. */
  readonly state: 'open' | 'lacking' | 'done';
  /** The state, and what was noted there, in words. */
  readonly words: string;
  readonly note: boolean;
  readonly finding: boolean;
}

/** The criteria of a theme, of an offer for itself where the theme is the offers'. */
export interface JumpGroup {
  readonly id: string;
  readonly title: string;
  readonly pictogram: string;
  readonly places: readonly JumpPlace[];
  readonly progress: { readonly value: number; readonly max: number; readonly label: string };
  readonly lacking: number;
}

/** Every criterion of a file by theme and offer, with where the reviewer stands in each. */
export function jumpGroups(desk: ReviewDesk, words: Translator): JumpGroup[] {
  const { places, offers, published } = desk;
  const { themes } = published.texts[words.language];
  const groupOf = ({ offerId, criterion }: DeskPlace) =>
    offerId === '' ? criterion.theme : `${criterion.theme}.${offerId}`;
  return [...new Set(places.map(groupOf))].map((id) => {
    const own = places.filter((place) => groupOf(place) === id);
    const [theme = '', offerId = ''] = id.split('.');
    const offer = offers.find((one) => one.id === offerId)?.name;
    const title = themes[theme]?.title ?? theme;
    return {
      id,
      title: offer === undefined ? title : words.t('workbench.within', { theme: title, offer }),
      pictogram: themePictogram(theme),
      places: own.map((place) => jumpPlace(place, desk, words)),
      progress: scoredOf(own, words),
      lacking: own.filter((place) => stateOf(place) === 'lacking').length,
    };
  });
}

/** How many of some criteria have a level. */
export function scoredOf(places: readonly DeskPlace[], words: Translator): JumpGroup['progress'] {
  const value = places.filter(({ own }) => own !== null && own.level !== null).length;
  const max = places.length;
  return { value, max, label: words.t('staff.progress', { count: value, total: max }) };
}

/** Address of one criterion on the workbench. */
export function placeHref(reviewId: string, place: DeskPlace, words: Translator): string {
  return `/${words.language}/review/${reviewId}/${placeKey(place)}`;
}

function stateOf({ lacks, own }: DeskPlace): JumpPlace['state'] {
  if (lacks.length === 0) return 'done';
  return own?.level == null ? 'open' : 'lacking';
}

function jumpPlace(place: DeskPlace, { review, published }: ReviewDesk, words: Translator): JumpPlace {
  const { criterion, own } = place;
  const [note, finding] = [Boolean(own?.note), Boolean(own?.finding)];
  const state = stateOf(place);
  const told = [
    words.t(`workbench.state.${state}`),
    ...(own?.finding ? [words.t(`workbench.has.${own.finding.grade}`)] : []),
    ...(note ? [words.t('workbench.has.note')] : []),
  ];
  return {
    key: placeKey(place),
    href: placeHref(review.id, place, words),
    code: criterion.id,
    title: published.texts[words.language].criteria[criterion.id]?.title ?? criterion.id,
    state,
    words: told.join(', '),
    note,
    finding,
  };
}
