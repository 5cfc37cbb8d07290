import { badgeDay, badgeTitle } from '../../i18n/badgeTitle.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { ShownBadge } from './shownBadge.ts';

/** The alternative text of a badge on a page, in the language of the page: it says what the picture says. */
export function badgeAlt({ entry, status }: ShownBadge, words: Translator): string {
  const { number, specimen } = entry;
  const until = badgeDay(status);
  const day = until === null ? undefined : words.date(until);
  return badgeTitle({ number, status: status.word, language: words.language, day, specimen });
}
