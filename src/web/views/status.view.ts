import type { Translator } from '../../i18n/i18n.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import { statusKey, statusSentence, statusWord } from '../../register/statusSentence.ts';
import type { Validity } from '../../register/validity.ts';

/** A status as it is seen: a word, a shape and a ground that say the same. */
export interface StatusView {
  readonly word: string;
  readonly sentence: string;
  readonly tone: 'valid' | 'paused' | 'over' | 'withdrawn';
  readonly shape: 'tick' | 'hatched' | 'dash' | 'struck' | 'arrow';
  /** Said after the sentence, e.g. the day for which it holds. */
  readonly note?: string;
}

const looks: Record<PublicStatus['word'], Pick<StatusView, 'tone' | 'shape'>> = {
  active: { tone: 'valid', shape: 'tick' },
  conditional: { tone: 'valid', shape: 'tick' },
  provisional: { tone: 'valid', shape: 'tick' },
  extended: { tone: 'valid', shape: 'tick' },
  suspended: { tone: 'paused', shape: 'hatched' },
  expired: { tone: 'over', shape: 'dash' },
  terminated: { tone: 'over', shape: 'dash' },
  withdrawn: { tone: 'withdrawn', shape: 'struck' },
  superseded: { tone: 'over', shape: 'arrow' },
};

/** The status of a label in words. A label that is still being issued reads as not valid yet. */
export function statusView(validity: Validity, words: Translator): StatusView {
  const key = statusKey(validity);
  const look = key === 'issuing' ? ({ tone: 'paused', shape: 'dash' } as const) : looks[validity.word];
  return { word: statusWord(validity, words), sentence: statusSentence(validity, words), ...look };
}
