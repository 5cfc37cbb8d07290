import type { Day } from './day.ts';
import type { Entry } from './entry.ts';

/** What the public reads of a label, in one word (docs/design/workflow.md#public-states). */
export const publicWords = [
  'active',
  'provisional',
  'extended',
  'suspended',
  'expired',
  'terminated',
  'withdrawn',
  'superseded',
] as const;
export type PublicWord = (typeof publicWords)[number];

export interface PublicStatus {
  readonly word: PublicWord;
  readonly valid: boolean;
}

/** Judged on the day of the answer, so that a label whose period ended never reads valid, whatever is stored. */
export function statusToday(entry: Pick<Entry, 'state' | 'standing' | 'until'>, today: Day): PublicStatus {
  if (entry.state === 'active' || entry.state === 'issuing') {
    if (today > entry.until) return { word: 'expired', valid: false };
    const provisional = entry.standing === 'provisional';
    return { word: provisional ? 'provisional' : 'active', valid: entry.state === 'active' };
  }
  const word = entry.state === 'withdrawalPending' ? 'suspended' : entry.state;
  return { word, valid: word === 'extended' };
}

/** The status at the end of an earlier day, from the entry's history; null before the label was first active. */
export function statusOn(
  entry: Pick<Entry, 'history' | 'standing' | 'until'>,
  day: Day,
): PublicStatus | null {
  const state = entry.history.filter((past) => past.on <= day && past.state !== 'issuing').at(-1)?.state;
  return state === undefined ? null : statusToday({ ...entry, state }, day);
}
