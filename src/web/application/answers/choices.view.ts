import type { Criterion, Level, SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { LevelFound } from '../../../scoring/level.ts';
import { levels } from './choices.form.ts';

/**
 * What can be chosen for a criterion, in the order of the levels; `value` is what its field sends. Null where the figures decide and
 * nothing else is allowed. `na` is its reason where it is offered.
 */
export function choicesOf(
  { id, number, minimum }: Criterion,
  { level, computed }: LevelFound,
  na: string | null,
  text: SchemeText,
  words: Translator,
) {
  const found = computed?.choices ?? [];
  const offered = !number ? levels : found.length > 1 ? found : [];
  const items = offered.map((one) => ({
    value: String(one),
    // The anchors of a computed level are shares; without data there is none, and the note says what the levels are.
    title: number ? `${one} · ${text.levels[one] ?? ''}` : levelTitle(id, one, text, words),
    text: minimum?.level === one ? words.t(`applicant.criterion.due.${minimum.due}`) : '',
  }));
  if (na !== null && number && items.length === 0) {
    const known = typeof level === 'number';
    const title = known ? levelTitle(id, level, text, words) : words.t('applicant.criterion.byFigures');
    items.push({ value: 'figures', title, text: words.t('applicant.criterion.computed') });
  }
  if (na !== null) items.push({ value: 'na', title: words.t('applicant.criterion.na'), text: na });
  return items.length === 0 ? null : items;
}

/** A level with its anchor: "2 · But écrit dans les statuts". */
export function levelTitle(id: string, level: Level | 'na', text: SchemeText, words: Translator): string {
  if (level === 'na') return words.t('applicant.criterion.na');
  return `${level} · ${text.criteria[id]?.levels[level] ?? text.levels[level] ?? ''}`;
}
