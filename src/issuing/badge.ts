import type { Language } from '../criteria/scheme.ts';
import type { PublicWord } from '../register/publicStatus.ts';
import { markBadge } from './badgeMark.ts';
import { panelBadge } from './badgePanel.ts';
import { badgeWords } from './badgeWords.ts';
import { dateInFull } from './dates.ts';
import { escapeXml } from './escapeXml.ts';
import { fillIn } from './readWords.ts';
import { requirePrintable } from './text.ts';

/** What a badge says: the public word of a label (design: workflow.md, label). */
export type BadgeStatus = PublicWord;

/** `large` carries the code to scan, `standard` is the panel, `mark` serves below 64 pixels. */
export type BadgeForm = 'large' | 'standard' | 'mark';

export interface BadgeData {
  readonly number: string;
  /** A superseded label is best shown by its successor's badge; this one says only that it was replaced. */
  readonly status: BadgeStatus;
  readonly language: Language;
  /** Day to print, YYYY-MM-DD: last day of an extension, or the day a label expired or was terminated. */
  readonly until?: string;
  /** Public address of the label, in clear and as a code to scan on the large form. */
  readonly address: string;
  readonly form: BadgeForm;
  readonly specimen: boolean;
}

/** A drawing inside an `svg` element: its size in units, and its elements. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly elements: string;
}

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
