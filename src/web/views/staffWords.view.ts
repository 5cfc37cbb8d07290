import type { Criterion, Level, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shown } from '../../scoring/shown.ts';

/** A level with its name, e.g. "3 · Avancé"; what is not applicable says so. */
export function levelName(level: Level | 'na' | null, text: SchemeText, words: Translator): string {
  if (level === null) return words.t('staff.level.none');
  return level === 'na' ? words.t('staff.level.na') : `${level} · ${text.levels[level] ?? ''}`;
}

/** Whether the steps of a criterion are sentences; those of a computed one are shares. */
export function hasOwnSteps({ number }: Pick<Criterion, 'number'>): boolean {
  return !number;
}

/** A level of a criterion in its own sentence: the name that all criteria share may say the opposite ("Non" of "Oui, elle contrôle"). */
export function stepName(
  criterion: Pick<Criterion, 'id' | 'number'>,
  level: Level | 'na' | null,
  text: SchemeText,
  words: Translator,
): string {
  const own =
    typeof level === 'number' && hasOwnSteps(criterion) && text.criteria[criterion.id]?.levels[level];
  return own ? `${level} · ${own}` : levelName(level, text, words);
}

/** A level in a table: a digit, or the short words for "not applicable". */
export function levelSign(level: Level | 'na', words: Translator): string {
  return level === 'na' ? words.t('staff.level.naShort') : String(level);
}

/** Points as every page shows them, never rounded up to a threshold; a dash where nothing is applicable. */
export function pointsText(points: number | null, words: Translator): string {
  return points === null ? '–' : words.number(shown(points), 1);
}

/** Which actions can be offered: those that nothing refuses. */
export function mayOf<Action extends string>(blockers: Readonly<Record<Action, readonly string[]>>) {
  const each = Object.entries<readonly string[]>(blockers).map(([action, reasons]) => [
    action,
    reasons.length === 0,
  ]);
  return Object.fromEntries(each) as Readonly<Record<Action, boolean>>;
}
