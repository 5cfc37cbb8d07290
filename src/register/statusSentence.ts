import type { Translate } from '../messages.ts';
import type { Validity } from './validity.ts';

/** The words of one language, as far as they are needed here. */
export interface Telling {
  readonly t: Translate;
  date(day: string): string;
}

/** What a status is called in the words: a label that is still being issued reads as not valid yet. */
export function statusKey({ word, valid }: Pick<Validity, 'word' | 'valid'>): Validity['word'] | 'issuing' {
  return !valid && (word === 'active' || word === 'provisional') ? 'issuing' : word;
}

/** Says whether a label holds and until when; of one that does not hold any more, the last day on which it did. */
export function statusSentence(validity: Validity, { t, date }: Telling): string {
  const { valid, until, periodEnd } = validity;
  const sentence = t(`status.${statusKey(validity)}.sentence`, { until: date(until ?? periodEnd) });
  return valid || until === null ? sentence : `${sentence} ${t('status.heldUntil', { until: date(until) })}`;
}
