import type { Passage } from '../criteria/assessment.ts';
import type { Translator } from './i18n.ts';

/** Where a document proves a criterion, in words; empty where nobody said it. */
export function passageText(passage: Passage | null, words: Translator): string {
  if (!passage) return '';
  const { page, quote } = passage;
  return [
    ...(page === null ? [] : [words.t('evidence.passage.at', { page })]),
    ...(quote === '' ? [] : [words.t('evidence.passage.says', { quote })]),
  ].join(', ');
}

/** The name of a document with the place that is named in it. */
export function withPassage(name: string, passage: Passage | null, words: Translator): string {
  const text = passageText(passage, words);
  return text === '' ? name : `${name} (${text})`;
}
