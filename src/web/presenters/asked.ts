import type { Entry } from '../../register/entry.ts';
import { statusOn } from '../../register/publicStatus.ts';
import type { Words } from '../../words/i18n.ts';

/** The answer to "was it valid on …?". */
export interface AskedView {
  /** What the date field shows again. */
  readonly value: string;
  readonly error: string | null;
  readonly answer: { readonly text: string; readonly valid: boolean } | null;
}

/** Answers for a day typed as YYYY-MM-DD; empty asks nothing, a day to come has no answer yet. */
export function askedView(
  typed: string,
  entry: Pick<Entry, 'history' | 'standing' | 'since' | 'until'>,
  today: string,
  words: Words,
): AskedView {
  const value = typed.trim().slice(0, 20);
  if (value === '') return { value, error: null, answer: null };
  if (!isDay(value)) return { value, error: words.t('faults.badDate'), answer: null };
  const day = words.date(value);
  const say = (key: string, valid: boolean, more = {}) => ({
    value,
    error: null,
    answer: { text: words.t(`pages.label.asked.${key}`, { day, ...more }), valid },
  });
  if (value > today) return say('future', false);
  const status = value < entry.since ? null : statusOn(entry, value);
  if (status === null) return say('before', false);
  if (status.valid) return say('valid', true);
  return say('notValid', false, { word: words.t(`states.label.${status.word}`) });
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T12:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
