import { badgeTitle, badgeWords } from '../../i18n/badgeTitle.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { dateInFull } from '../drawing/dates.ts';
import type { BadgeData } from './badgeData.ts';

/** What a badge says: the word printed on it, empty for a valid label, and its alternative text. */
export function badgeTexts(data: Omit<BadgeData, 'form' | 'address'>) {
  const { number, status, language, until, year, specimen } = data;
  const { word, wordDated } = { word: '', wordDated: undefined, ...badgeWords[language].status[status] };
  const day = until && dateInFull(until, language);
  return {
    word: fillIn((year && wordDated) || word, { year }),
    title: badgeTitle({ number, status, language, day, specimen }),
  };
}
