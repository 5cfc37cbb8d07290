import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';
import type { Entry, LabelState } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import { ranOutOn } from '../../register/validity.ts';

const stops = new Set<string>(['suspended', 'withdrawalPending', 'withdrawn']);

/** Every public status with its day, oldest first. A period that ended without its event being written yet is said all the same. */
export function labelHistory(entry: Entry, status: PublicStatus, words: Translator) {
  const past = entry.history.flatMap(({ state, on }, i) => {
    const key = stepKey(entry, i);
    return key === null ? [] : { state, on: state === 'expired' ? ranOutOn(entry, i) : on, key };
  });
  const steps = past.map(({ state, on, key }) => ({
    date: words.date(on),
    title: words.t(`pages.label.history.${key}`),
    tone: stops.has(state) ? ('stop' as const) : ('' as const),
  }));
  const last = past.at(-1)?.state;
  if (status.word !== 'expired' || last === 'expired') return steps;
  const key = last === 'extended' ? 'extensionEnded' : 'expired';
  const on = ranOutOn(entry, entry.history.length - 1);
  return [
    ...steps,
    { date: words.date(on), title: words.t(`pages.label.history.${key}`), tone: 'quiet' as const },
  ];
}

/** How the step at a place of a label's history is called; null for what is no news to the public. */
export function stepKey(
  { history }: Pick<Entry, 'history'>,
  at: number,
): PlainNamesIn<'pages.label.history'> | null {
  const state = history[at]?.state;
  if (state === undefined || !isPublic(state)) return null;
  if (state === 'expired' && history[at - 1]?.state === 'extended') return 'extensionEnded';
  const { standing = 'clean', during } = history[at] ?? {};
  if (state === history[at - 1]?.state) return `standing.${standing}`;
  if (state === 'terminated' && during) return `terminatedDuring.${during}`;
  if (state !== 'active') return state;
  return history.slice(0, at).some((before) => isPublic(before.state)) ? 'restored' : granted[standing];
}

const granted = {
  clean: 'granted',
  conditional: 'grantedConditionally',
  provisional: 'grantedProvisionally',
} as const;

function isPublic(state: LabelState): state is Exclude<LabelState, 'issuing' | 'withdrawalPending'> {
  return state !== 'issuing' && state !== 'withdrawalPending';
}
