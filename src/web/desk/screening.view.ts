import type { ScreenedFile } from '../../commands/desk/viewScreening.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from '../views/information.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { staffFile } from './file.view.ts';

export type StaffScreening = ReturnType<typeof staffScreening>;

/** What an officer checks of a file before its evaluation, and what they can do then. */
export function staffScreening(screened: ScreenedFile, words: Translator) {
  const { checks, published, snapshot, appealBy } = screened;
  const reading = readingOf(published, snapshot.content.offers, words);
  const groups = ['completeness', 'scope', 'exclusions'] as const;
  return {
    ...staffFile(screened, words),
    version: reading.scheme.version,
    groups: groups.map((group) => ({
      group,
      checks: checks[group].map((check) => ({
        name:
          check.code === 'exclusion'
            ? (reading.text.exclusions[check.id]?.question ?? check.id)
            : words.t(`information.screening.check.${check.code}.name`),
        result: check.result,
        text: words.tOf(`information.screening.check.${check.code}.${check.result}`),
        places: [...check.places.map((place) => placeName(place, reading)), ...check.names],
      })),
    })),
    appealBy,
  };
}
