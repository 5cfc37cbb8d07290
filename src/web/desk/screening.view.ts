import type { ScreeningCheck } from '../../commands/application/screening/screeningChecks.ts';
import type { ScreenedFile } from '../../commands/desk/viewScreening.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from '../views/information.view.ts';
import { reasonTexts } from '../views/staffWords.view.ts';
import { type StaffFile, staffFile } from './file.view.ts';

/** What an officer checks of a file before its evaluation, and what they can do then. */
export interface StaffScreening {
  readonly file: StaffFile;
  readonly groups: readonly {
    readonly title: string;
    readonly checks: readonly {
      readonly name: string;
      readonly result: ScreeningCheck['result'];
      readonly word: string;
      readonly text: string;
      readonly places: readonly string[];
    }[];
  }[];
  readonly against: Readonly<Record<'requestInformation' | 'declareIneligible', readonly string[]>>;
  readonly appeal: string;
}

/** The view of a file that is screened. */
export function staffScreening(screened: ScreenedFile, words: Translator): StaffScreening {
  const { checks, published, snapshot, against } = screened;
  const text = published.texts[words.language];
  const groups = ['completeness', 'scope', 'exclusions'] as const;
  return {
    file: staffFile(screened, words),
    groups: groups.map((group) => ({
      title: words.t(`information.screening.group.${group}`),
      checks: checks
        .filter((check) => check.group === group)
        .map(({ code, result, places, exclusion }) => ({
          name:
            code === 'exclusion'
              ? (text.exclusions[exclusion]?.question ?? exclusion)
              : words.t(`information.screening.check.${code}.name`),
          result,
          word: words.t(`information.screening.result.${result}`),
          text: words.tOf(`information.screening.check.${code}.${result}`),
          places: places.map((place) => placeName(place, snapshot.content.offers, published, words)),
        })),
    })),
    against: {
      requestInformation: reasonTexts(against.requestInformation, words),
      declareIneligible: reasonTexts(against.declareIneligible, words),
    },
    appeal: words.t('information.ineligible.appeal', { due: words.date(screened.appealBy) }),
  };
}
