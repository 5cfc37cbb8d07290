import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeKey } from '../views/place.view.ts';
import { themePictogram } from '../views/themePictogram.view.ts';

export type JumpGroup = ReturnType<typeof jumpGroups>[number];
export type JumpPlace = JumpGroup['places'][number];

/** Every criterion of a file by theme and offer, with where the reviewer stands in each. */
export function jumpGroups(desk: ReviewDesk, words: Translator) {
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
      progress: scoredOf(own),
      lacking: own.filter((place) => stateOf(place) === 'lacking').length,
    };
  });
}

/** How many of some criteria have a level. */
export function scoredOf(places: readonly DeskPlace[]) {
  const value = places.filter(({ own }) => own !== null && own.level !== null).length;
  return { value, max: places.length };
}

/** Address of one criterion on the workbench. */
export function placeHref(reviewId: string, place: DeskPlace, words: Translator): string {
  return `/${words.language}/review/${reviewId}/${placeKey(place)}`;
}

/** What the sign beside the code of a criterion says. */
function stateOf({ lacks, own }: DeskPlace): 'open' | 'lacking' | 'done' {
  if (lacks.length === 0) return 'done';
  return own?.level == null ? 'open' : 'lacking';
}

function jumpPlace(place: DeskPlace, { review, published }: ReviewDesk, words: Translator) {
  const { criterion, own } = place;
  return {
    key: placeKey(place),
    href: placeHref(review.id, place, words),
    code: criterion.id,
    title: published.texts[words.language].criteria[criterion.id]?.title ?? criterion.id,
    state: stateOf(place),
    isNoted: Boolean(own?.note),
    /** Of the finding that is raised there. */
    grade: own?.finding?.grade,
  };
}
