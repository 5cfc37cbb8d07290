import { dateInFull } from '../drawing/dates.ts';
import { escapeXml } from '../drawing/escapeXml.ts';
import { fillIn } from '../drawing/readWords.ts';
import { requirePrintable } from '../drawing/text.ts';
import type { BadgeData } from './badgeData.ts';
import { markBadge } from './badgeMark.ts';
import { panelBadge } from './badgePanel.ts';
import { badgeWords } from './badgeWords.ts';

/** The badge as SVG: outlines only, no ids, the same bytes for the same data; `invalid` for a character not in the face. */
export function drawBadge(given: BadgeData): string {
  const data = {
    ...given,
    number: requirePrintable(given.number, 'sansSemibold', 'number'),
    address: requirePrintable(given.address, 'sans', 'address'),
  };
  const { word, title } = sayings(data);
  const drawing = data.form === 'mark' ? markBadge(data) : panelBadge(data, word);
  const { width, height } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" lang="${data.language}"><title>${escapeXml(title)}</title>${drawing.elements}</svg>\n`,
  ].join('');
}

function sayings({ number, status, language, until, specimen }: BadgeData): { word: string; title: string } {
  const words = badgeWords[language];
  const { word, title, wordDated, titleDated } = {
    word: '',
    wordDated: undefined,
    titleDated: undefined,
    ...words.status[status],
  };
  const values = {
    number,
    until: until && dateInFull(until, language),
    year: until?.slice(0, 4),
  };
  const said = fillIn((until && titleDated) || title, values);
  return {
    word: fillIn((until && wordDated) || word, values),
    title: specimen ? fillIn(words.specimen.title, { title: said }) : said,
  };
}
