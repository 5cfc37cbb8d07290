import { addDays, type Day, dayOf } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { noteOn } from '../common/noteOn.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** Days that a holder has to take the badge away once the label is not valid any more. */
const graceDays = 30;
/** Days back in which a badge that was shown counts as shown still. */
export const shownDays = 7;
/** Days before the same label is spoken of again. */
const silentDays = 30;
const pageSize = 100;

/**
 * Notes of each label that has not been valid for more than thirty days that its badge is still shown, which has the officers
 * told. Twice is once: the line in the journal says that it was done. Gives how many were noted.
 */
export async function reportStaleBadges(deps: Deps, now: Date): Promise<number> {
  const today = dayOf(now.toISOString());
  let count = 0;
  for (let last = ''; ; ) {
    const page = await deps.store.labelsIn(lapsedStates, { limit: pageSize, last });
    const late = page.filter((label) => (notValidSince(label) ?? today) < addDays(today, -graceDays));
    for (const label of await stillShown(deps, late, today)) {
      if (await notice(deps, label, now.toISOString())) count += 1;
    }
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) return count;
  }
}

async function stillShown(deps: Pick<Deps, 'store'>, labels: readonly Label[], today: Day): Promise<Label[]> {
  const numbers = labels.map(({ id }) => id);
  const shown = await deps.store.badgeHosts(numbers, addDays(today, -shownDays));
  return labels.filter(({ id }) => shown.some(({ number }) => number === id));
}

async function notice(deps: Pick<Deps, 'store' | 'ids'>, label: Label, at: string): Promise<boolean> {
  const before = await deps.store.lastRecord(`labels/${label.id}`, 'label.stillShown');
  if (before && dayOf(before.at) > addDays(dayOf(at), -silentDays)) return false;
  // No hosts: what was counted of them is not kept for as long as the journal.
  const data = { since: notValidSince(label) };
  const line = { at, actor: systemActor, facts: ['label.stillShown'], data } as const;
  // Stale where another process was faster, or the label changes at this very moment; the next turn looks again.
  return isDoneUnless(['stale'], () => deps.store.commit([noteOn(deps, 'labels', label, line)]));
}

/** States that end a label's validity without another label in its place. */
const lapsedStates = ['suspended', 'withdrawalPending', 'expired', 'withdrawn', 'terminated'] as const;
const lapsed: readonly Label['state'][] = lapsedStates;

/** The day since which a label has not been valid, through whatever states; null while it is, or once another took its place. */
export function notValidSince({ state, history }: Pick<Label, 'state' | 'history'>): Day | null {
  if (!lapsed.includes(state)) return null;
  const valid = history.findLastIndex((past) => !lapsed.includes(past.state));
  const first = history[valid + 1];
  return first ? dayOf(first.at) : null;
}
