import { addDays, type Day } from '../../register/day.ts';
import type { Entry, LabelState } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import type { Words } from '../../words/i18n.ts';

/** One step of a label's life, as the macro `timeline` draws it. */
export interface HistoryStep {
  readonly date: string;
  readonly title: string;
  readonly tone?: 'stop' | 'quiet';
}

const stops = new Set<string>(['suspended', 'withdrawalPending', 'withdrawn']);

/** Every public status with its day, oldest first. A period that ended without its event being written yet is said all the same. */
export function labelHistory(entry: Entry, status: PublicStatus, words: Words): readonly HistoryStep[] {
  const past = entry.history.flatMap(({ state, on }, i) => {
    const key = stepKey(entry, i);
    return key === null ? [] : { state, on: stepDay(entry, i) ?? on, key };
  });
  const steps = past.map(
    ({ state, on, key }): HistoryStep => ({
      date: words.date(on),
      title: words.t(`pages.label.history.${key}`),
      ...(stops.has(state) ? { tone: 'stop' as const } : {}),
    }),
  );
  const ended = status.word === 'expired' && past.at(-1)?.state !== 'expired';
  if (!ended) return steps;
  return [
    ...steps,
    { date: words.date(entry.until), title: words.t('pages.label.history.expired'), tone: 'quiet' },
  ];
}

/** What ran out did so at the end of a day, and the event that says so came after it. */
function stepDay({ history, until }: Entry, at: number): Day | null {
  const step = history[at];
  if (step?.state !== 'expired') return null;
  return history[at - 1]?.state === 'extended' ? addDays(step.on, -1) : until;
}

/** How the step at a place of a label's history is called; null for what is no news to the public. */
export function stepKey({ history }: Pick<Entry, 'history'>, at: number): string | null {
  const state = history[at]?.state;
  if (state === undefined || !isPublic(state)) return null;
  if (state === 'expired' && history[at - 1]?.state === 'extended') return 'extensionEnded';
  if (state !== 'active') return state;
  return history.slice(0, at).some((before) => isPublic(before.state)) ? 'restored' : 'granted';
}

function isPublic(state: LabelState): boolean {
  return state !== 'issuing' && state !== 'withdrawalPending';
}
