import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeKey } from '../views/place.view.ts';
import { themePictogram } from '../views/themePictogram.view.ts';

export type JumpGroup = ReturnType<typeof jumpGroups>[number];
export type JumpPlace = JumpGroup['places'][number];

/** Every criterion of a file by theme and offer, with where the reviewer stands in each. */
export function jumpGroups({ review, places, offers, published }: ReviewDesk, words: Translator) {
  const { themes, criteria } = published.texts[words.language];
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
      places: own.map((place) => ({
        key: placeKey(place),
        href: `${placeHref(review.id, place, words)}#at`,
        code: place.criterion.id,
        title: criteria[place.criterion.id]?.title ?? place.criterion.id,
        state: stateOf(place),
        isNoted: Boolean(place.own?.note),
        /** Of the finding that is raised there. */
        grade: place.own?.finding?.grade,
      })),
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
