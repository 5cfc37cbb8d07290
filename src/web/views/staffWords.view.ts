import type { Person } from '../../commands/items/items.ts';
import type { Level, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shown } from '../../scoring/shown.ts';

/** A level with its name, e.g. "3 · Avancé"; what is not applicable says so. */
export function levelName(level: Level | 'na' | null, text: SchemeText, words: Translator): string {
  if (level === null) return words.t('staff.level.none');
  return level === 'na' ? words.t('staff.level.na') : `${level} · ${text.levels[level] ?? ''}`;
}

/** A level in a table: a digit, or the short words for "not applicable". */
export function levelSign(level: Level | 'na', words: Translator): string {
  return level === 'na' ? words.t('staff.level.naShort') : String(level);
}

/** Points as every page shows them, never rounded up to a threshold; a dash where nothing is applicable. */
export function pointsText(points: number | null, words: Translator): string {
  return points === null ? '–' : words.number(shown(points), 1);
}

/** The last day of a deadline: the instant stands at its end, which may be the next day's midnight in Geneva. */
export function dueDay(dueAt: string, words: Translator): string {
  return words.date(dueAt.slice(0, 10));
}

/** How a person is named to colleagues. */
export function personName({ name, email }: Person): string {
  return name === '' ? email : name;
}

/** Reasons of a refusal as sentences. */
export function reasonTexts(reasons: readonly string[], words: Translator): string[] {
  return reasons.map((reason) => words.tOf(`reasons.${reason}`));
}

/** Which actions can be offered: those that nothing refuses. */
export function mayOf<Action extends string>(against: Readonly<Record<Action, readonly string[]>>) {
  const each = Object.entries<readonly string[]>(against).map(([action, reasons]) => [
    action,
    reasons.length === 0,
  ]);
  return Object.fromEntries(each) as Readonly<Record<Action, boolean>>;
}
