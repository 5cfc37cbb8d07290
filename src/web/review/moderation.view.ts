import type { Moderation } from '../../commands/review/views/viewModeration.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from '../views/information.view.ts';
import { placeKey, staffPlace } from '../views/place.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { levelName } from '../views/staffWords.view.ts';

export type StaffModeration = ReturnType<typeof staffModeration>;

const sides = ['first', 'second'] as const;

/** Two diverging reviews side by side, with the form of the third person. */
export function staffModeration(moderation: Moderation, words: Translator) {
  const { application, organisation, published, places, offers, conflicts } = moderation;
  const reading = readingOf(published, offers, words);
  const { text } = reading;
  return {
    number: application.id,
    revision: application.revision,
    organisation: organisation.name,
    places: places.map((place) => ({
      ...staffPlace(place, reading),
      /** Name of the offer or of the theme that the place belongs to. */
      within:
        offers.find((offer) => offer.id === place.offerId)?.name ??
        text.themes[place.criterion.theme]?.title ??
        '',
      why: place.why.map((kind) => words.t(`staff.moderation.why.${kind}`)),
      sides: sides.map((side) => ({
        by: words.t(`staff.levels.${side}`),
        level: levelName(place[side].level, text, words),
        comment: place[side].comment,
      })),
    })),
    /** Findings that both raised on one criterion, with different grades. */
    conflicts: conflicts.map((place) => ({
      key: placeKey(place),
      title: placeName({ offerId: place.offerId, criterion: place.criterion.id }, reading),
      sides: sides.map((side) => ({
        by: words.t(`staff.levels.${side}`),
        level: words.t(`findings.grade.${place[side].finding?.grade ?? 'minor'}`),
        comment: place[side].finding?.text ?? '',
      })),
    })),
  };
}
