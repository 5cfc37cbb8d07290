import { type Day, dayOf } from '../../register/day.ts';
import type { Label } from '../items/items.ts';

/** States that end a label's validity without another label in its place. */
export const lapsedStates = ['suspended', 'withdrawalPending', 'expired', 'withdrawn', 'terminated'] as const;
const lapsed: readonly Label['state'][] = lapsedStates;

/** The day since which a label has not been valid, through whatever states; null while it is, or once another took its place. */
export function notValidSince({ state, history }: Pick<Label, 'state' | 'history'>): Day | null {
  if (!lapsed.includes(state)) return null;
  const valid = history.findLastIndex((past) => !lapsed.includes(past.state));
  const first = history[valid + 1];
  return first ? dayOf(first.at) : null;
}
