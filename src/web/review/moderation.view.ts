import type { ReviewedPlace } from '../../commands/file/settledPlaces.ts';
import type { DivergingPlace } from '../../commands/review/evaluation/divergingPlaces.ts';
import type { Moderation } from '../../commands/review/views/viewModeration.ts';
import type { SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from '../views/information.view.ts';
import { placeKey, type StaffPlace, staffPlace } from '../views/place.view.ts';
import { levelName } from '../views/staffWords.view.ts';

interface Side {
  readonly by: string;
  readonly level: string;
  readonly comment: string;
}

/** Two diverging reviews side by side, with the form of the third person. */
export interface StaffModeration {
  readonly href: string;
  readonly number: string;
  readonly revision: number;
  readonly organisation: string;
  readonly places: readonly (StaffPlace & {
    /** Name of the offer or of the theme that the place belongs to. */
    readonly within: string;
    readonly why: readonly string[];
    readonly sides: readonly Side[];
  })[];
  /** Findings that both raised on one criterion, with different grades. */
  readonly conflicts: readonly {
    readonly key: string;
    readonly title: string;
    readonly sides: readonly Side[];
  }[];
}

/** The view of a moderation. */
export function staffModeration(moderation: Moderation, words: Translator): StaffModeration {
  const { application, organisation, published, places, offers, conflicts } = moderation;
  const text = published.texts[words.language];
  return {
    href: `/${words.language}/review/moderate/${application.id}`,
    number: application.id,
    revision: application.revision,
    organisation: organisation.name,
    places: places.map((place) => ({
      ...staffPlace(place, published, words),
      within:
        offers.find((offer) => offer.id === place.offerId)?.name ??
        text.themes[place.criterion.theme]?.title ??
        '',
      why: place.why.map((kind) => words.t(`staff.moderation.why.${kind}`)),
      sides: sidesOf(place, text, words),
    })),
    conflicts: conflicts.map((place) => ({
      key: placeKey(place),
      title: placeName({ offerId: place.offerId, criterion: place.criterion.id }, offers, published, words),
      sides: gradesOf(place, words),
    })),
  };
}

function gradesOf({ first, second }: ReviewedPlace, words: Translator): Side[] {
  return (
    [
      ['first', first],
      ['second', second],
    ] as const
  ).map(([by, { finding }]) => ({
    by: words.t(`staff.levels.${by}`),
    level: words.t(`findings.grade.${finding?.grade ?? 'minor'}`),
    comment: finding?.text ?? '',
  }));
}

function sidesOf({ first, second }: DivergingPlace, text: SchemeText, words: Translator): Side[] {
  return [
    {
      by: words.t('staff.levels.first'),
      level: levelName(first.level, text, words),
      comment: first.comment,
    },
    {
      by: words.t('staff.levels.second'),
      level: levelName(second.level, text, words),
      comment: second.comment,
    },
  ];
}
