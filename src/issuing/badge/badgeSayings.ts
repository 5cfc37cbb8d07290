import { dateInFull } from '../drawing/dates.ts';
import { fillIn } from '../drawing/readWords.ts';
import type { BadgeData, BadgeStatus } from './badgeData.ts';
import { badgeWords } from './badgeWords.ts';

/** What a badge says: the word printed on it, empty for a valid label, and its alternative text. */
export function badgeSayings({
  number,
  status,
  language,
  until,
  specimen,
}: Omit<BadgeData, 'form' | 'address'>): { readonly word: string; readonly title: string } {
  const words = badgeWords[language];
  const { word, title, wordDated, titleDated } = {
    word: '',
    wordDated: undefined,
    titleDated: undefined,
    ...words.status[status],
  };
  const values = { number, until: until && dateInFull(until, language), year: until?.slice(0, 4) };
  const said = fillIn((until && titleDated) || title, values);
  return {
    word: fillIn((until && wordDated) || word, values),
    title: specimen ? fillIn(words.specimen.title, { title: said }) : said,
  };
}

/** Whether what a status says depends on its day. */
export function saysDay(status: BadgeStatus): boolean {
  return 'titleDated' in badgeWords.fr.status[status];
}
