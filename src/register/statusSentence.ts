import type { Translate } from '../messages.ts';
import { isActiveWord } from './publicStatus.ts';
import type { Validity } from './validity.ts';

/** The words of one language, as far as they are needed here. */
export interface Telling {
  readonly t: Translate;
  date(day: string): string;
}

/** What a status is called in the words: a label that is still being issued reads as not valid yet. */
export function statusKey({ word, valid }: Pick<Validity, 'word' | 'valid'>): Validity['word'] | 'issuing' {
  return !valid && isActiveWord(word) ? 'issuing' : word;
}

/** The status in a word; of a conditional label with the day by which a condition has to be met, or that it is over. */
export function statusWord(
  validity: Pick<Validity, 'word' | 'valid' | 'condition'>,
  { t, date }: Telling,
): string {
  const { condition } = validity;
  if (condition === null) return t(`status.${statusKey(validity)}.word`);
  return condition.isOver
    ? t('status.conditional.over.word')
    : t('status.conditional.dated.word', { due: date(condition.due) });
}

/** Says whether a label holds and until when; of one that does not hold any more, the last day on which it did. */
export function statusSentence(validity: Validity, { t, date }: Telling): string {
  const { word, valid, until, periodEnd, condition, during } = validity;
  const isExtended = word === 'extended';
  const day = date(isExtended ? periodEnd : (until ?? periodEnd));
  if (condition !== null) {
    const due = date(condition.due);
    return t(`status.conditional.${condition.isOver ? 'over' : 'dated'}.sentence`, { until: day, due });
  }
  const sentence = during
    ? t(`status.terminatedDuring.${during}`)
    : t(`status.${statusKey(validity)}.sentence`, { until: day });
  if (isExtended && until !== null) return `${sentence} ${t('status.atTheLatest', { until: date(until) })}`;
  return valid || until === null ? sentence : `${sentence} ${t('status.heldUntil', { until: date(until) })}`;
}
