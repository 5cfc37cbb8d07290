import type { Translator } from '../../i18n/i18n.ts';
import { isActiveWord } from '../../register/publicStatus.ts';
import { readDay } from '../../register/readDay.ts';
import { type LabelLife, validityAsOf } from '../../register/validity.ts';

/** Answers for a day as people type it, see readDay.ts; null asks nothing, an empty field is a fault, a day to come has no answer yet. */
export function askedView(typed: string | null, label: LabelLife, today: string, words: Translator) {
  const value = (typed ?? '').trim().slice(0, 20);
  if (typed === null) return { value, error: null, answer: null };
  if (value === '') return { value, error: words.t('pages.label.asked.empty'), answer: null };
  const asked = readDay(value);
  if (asked === null) return { value, error: words.t('faults.badDate'), answer: null };
  const day = words.date(asked);
  const say = (text: string, valid: boolean) => ({ value: asked, error: null, answer: { text, valid } });
  if (asked > today) return say(words.t('pages.label.asked.future', { day }), false);
  const status = validityAsOf(label, asked, today);
  if (status === null) return say(words.t('pages.label.asked.before', { day }), false);
  if (status.valid) return say(words.t('pages.label.asked.valid', { day }), true);
  // A label that is still being issued is active from a day to come.
  const state = isActiveWord(status.word) ? 'issuing' : status.word;
  const word = words.t(`states.label.${state}`);
  return say(words.t('pages.label.asked.notValid', { day, word }), false);
}
