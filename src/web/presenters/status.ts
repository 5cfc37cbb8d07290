import type { Day } from '../../register/day.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import type { Words } from '../../words/i18n.ts';

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
  provisional: { tone: 'valid', shape: 'tick' },
  extended: { tone: 'valid', shape: 'tick' },
  suspended: { tone: 'paused', shape: 'hatched' },
  expired: { tone: 'over', shape: 'dash' },
  terminated: { tone: 'over', shape: 'dash' },
  withdrawn: { tone: 'withdrawn', shape: 'struck' },
  superseded: { tone: 'over', shape: 'arrow' },
};

/** The status of a label in words; `until` is its last day of validity. A label that is still being issued reads as not valid yet. */
export function statusView({ word, valid }: PublicStatus, until: Day, words: Words): StatusView {
  const issuing = !valid && (word === 'active' || word === 'provisional');
  const key = issuing ? 'issuing' : word;
  const look = issuing ? ({ tone: 'paused', shape: 'dash' } as const) : looks[word];
  return {
    word: words.t(`status.${key}.word`),
    sentence: words.t(`status.${key}.sentence`, { until: words.date(until) }),
    ...look,
  };
}
