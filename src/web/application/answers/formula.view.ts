import type { Computed } from '../../../criteria/figureLevel.ts';
import type { Translator } from '../../../i18n/i18n.ts';

const signs: Readonly<Record<string, string>> = {
  '*': ' × ',
  '/': ' ÷ ',
  '-': ' − ',
  '+': ' + ',
  ',': '\u00a0; ',
};

/** The formula with the applicant's own figures, as on paper: 8 400 ÷ 4 300. A share is written without its × 100; empty where a figure is the value. */
export function formulaText({ formula, values }: Computed, words: Translator): string {
  if (formula in values) return '';
  return formula.replace(/\*100$/, '').replaceAll(/[A-Z]\d{2}|max|, ?|[*/+-]/g, (part) => {
    if (part === 'max') return `${words.t('figure.highest')} `;
    return signs[part.trim()] ?? figure(values[part], words);
  });
}

/** A computed value with its unit: 81,8 % or 1,95. */
export function valueText(value: number, unit: Computed['unit'], words: Translator): string {
  return `${words.number(value, 2)}${unit === '%' ? '\u00a0%' : ''}`;
}

function figure(value: string | number | undefined, words: Translator): string {
  return typeof value === 'number' ? words.number(value, 2) : '?';
}
