import { readDay } from '../../register/readDay.ts';
import { statusAsOf } from '../../register/statusAsOf.ts';
import type { LabelLife } from '../../register/validity.ts';
import type { Words } from '../../words/i18n.ts';

/** The answer to "was it valid on …?". */
export interface AskedView {
  /** What the date field shows again. */
  readonly value: string;
  readonly error: string | null;
  readonly answer: { readonly text: string; readonly valid: boolean } | null;
}

/** Answers for a day as people type it, see readDay.ts; null asks nothing, an empty field is a fault, a day to come has no answer yet. */
export function askedView(typed: string | null, label: LabelLife, today: string, words: Words): AskedView {
  const value = (typed ?? '').trim().slice(0, 20);
  if (typed === null) return { value, error: null, answer: null };
  if (value === '') return { value, error: words.t('pages.label.asked.empty'), answer: null };
  const asked = readDay(value);
  if (asked === null) return { value, error: words.t('faults.badDate'), answer: null };
  const day = words.date(asked);
  const say = (key: string, valid: boolean, more = {}) => ({
    value: asked,
    error: null,
    answer: { text: words.t(`pages.label.asked.${key}`, { day, ...more }), valid },
  });
  if (asked > today) return say('future', false);
  const status = statusAsOf(label, asked, today);
  if (status === null) return say('before', false);
  if (status.valid) return say('valid', true);
  return say('notValid', false, { word: words.t(`states.label.${status.word}`) });
}
