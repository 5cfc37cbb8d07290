import type { Entry } from '../../register/entry.ts';
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
  const past = entry.history.filter(({ state }) => state !== 'issuing' && state !== 'withdrawalPending');
  const steps = past.map(({ state, on }, i): HistoryStep => {
    const key = state === 'active' ? (i === 0 ? 'granted' : 'restored') : state;
    return {
      date: words.date(on),
      title: words.t(`pages.label.history.${key}`),
      ...(stops.has(state) ? { tone: 'stop' as const } : {}),
    };
  });
  const ended = status.word === 'expired' && past.at(-1)?.state !== 'expired';
  if (!ended) return steps;
  return [
    ...steps,
    { date: words.date(entry.until), title: words.t('pages.label.history.expired'), tone: 'quiet' },
  ];
}
