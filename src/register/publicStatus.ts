import type { Day } from './day.ts';
import type { Entry, Standing } from './entry.ts';

/** What the public reads of a label, in one word (docs/design/workflow.md#public-states). */
export const publicWords = [
  'active',
  'conditional',
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

/** What a label reads as while it is active, by its standing. */
export const activeWords = {
  clean: 'active',
  conditional: 'conditional',
  provisional: 'provisional',
} as const satisfies Record<Standing, PublicWord>;
const wordsOfActive: readonly PublicWord[] = Object.values(activeWords);

/** Whether a word is one of an active label, whatever its standing. */
export function isActiveWord(word: PublicWord): word is (typeof activeWords)[Standing] {
  return wordsOfActive.includes(word);
}

/** Judged on the day of the answer, so that a label whose period ended never reads valid, whatever is stored. */
export function statusToday(
  entry: Pick<Entry, 'state' | 'standing' | 'until' | 'extendedUntil'>,
  today: Day,
): PublicStatus {
  const { state, extendedUntil } = entry;
  if (state === 'extended' && extendedUntil !== undefined && today > extendedUntil)
    return { word: 'expired', valid: false };
  if (state === 'active' || state === 'issuing') {
    if (today > entry.until) return { word: 'expired', valid: false };
    return { word: activeWords[entry.standing], valid: state === 'active' };
  }
  const word = state === 'withdrawalPending' ? 'suspended' : state;
  return { word, valid: word === 'extended' };
}

/** The status at the end of an earlier day, from the entry's history; null before the label was first active. */
export function statusOn(
  entry: Pick<Entry, 'history' | 'until' | 'extendedUntil'>,
  day: Day,
): PublicStatus | null {
  const past = entry.history.filter(({ state, on }) => on <= day && state !== 'issuing').at(-1);
  return past ? statusToday({ ...entry, state: past.state, standing: past.standing ?? 'clean' }, day) : null;
}
