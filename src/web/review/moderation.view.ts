import type { Moderation } from '../../commands/review/views/viewModeration.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from '../views/information.view.ts';
import { placeKey, staffPlace } from '../views/place.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { stepName } from '../views/staffWords.view.ts';

export type StaffModeration = ReturnType<typeof staffModeration>;

/** Two diverging reviews side by side, with the form of the third person. */
export function staffModeration(moderation: Moderation, words: Translator) {
  const { published, places, offers, conflicts } = moderation;
  const reading = readingOf(published, offers, words);
  const { text } = reading;
  return {
    ...moderation,
    places: places.map((place) => ({
      ...staffPlace(place, reading),
      /** Name of the offer or of the theme that the place belongs to. */
      within:
        offers.find((offer) => offer.id === place.offerId)?.name ??
        text.themes[place.criterion.theme]?.title ??
        '',
      why: place.why,
      sides: [place.first, place.second].map(({ level, comment }) => ({
        level: stepName(place.criterion, level, text, words),
        comment,
      })),
    })),
    /** Findings that both raised on one criterion, with different grades. */
    conflicts: conflicts.map(({ offerId, criterion, first, second }) => ({
      key: placeKey({ offerId, criterion }),
      title: placeName({ offerId, criterion: criterion.id }, reading),
      version: reading.scheme.version,
      sides: [first, second].map(({ finding }) => ({
        level: words.t(`findings.grade.${finding?.grade ?? 'minor'}`),
        comment: finding?.text ?? '',
      })),
    })),
  };
}
