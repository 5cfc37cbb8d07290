import { addDays, type Day, dayOf } from '../../register/day.ts';
import type { LabelState } from '../../register/entry.ts';
import { systemActor } from '../common/actor.ts';
import { noteOn } from '../common/noteOn.ts';
import { everyItem, groupsOf } from '../common/pages.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** Days that a holder has to take the badge away once the label is not valid any more. */
const graceDays = 30;
/** A badge shown within so many days counts as still shown. */
export const shownDays = 7;
/** Days before the same label is reported again. */
const silentDays = 30;
/** How many labels are looked up together. */
const together = 100;

/** Notes each label that has long not been valid and whose badge is still shown, for the officers; twice is once. Gives how many were noted. */
export async function reportStaleBadges(deps: Deps, now: Date): Promise<number> {
  const today = dayOf(now.toISOString());
  let count = 0;
  const labels = everyItem((page) => deps.store.labelsIn(ended, page));
  for await (const some of groupsOf(labels, together)) {
    const late = some.filter((label) => (notValidSince(label) ?? today) < addDays(today, -graceDays));
    const shown = await deps.store.badgeHosts(
      late.map(({ id }) => id),
      addDays(today, -shownDays),
    );
    const numbers = new Set(shown.map(({ number }) => number));
    for (const label of late.filter(({ id }) => numbers.has(id)))
      count += Number(await notice(deps, label, now.toISOString()));
  }
  return count;
}

async function notice(deps: Pick<Deps, 'store' | 'ids'>, label: Label, at: string): Promise<boolean> {
  const before = await deps.store.lastRecord(`labels/${label.id}`, 'label.stillShown');
  if (before && dayOf(before.at) > addDays(dayOf(at), -silentDays)) return false;
  // Without hosts: their counts are kept for a shorter time than the journal.
  const data = { since: notValidSince(label) };
  const line = { at, actor: systemActor, facts: ['label.stillShown'], data } as const;
  // Stale when another process was faster or the label changes at this moment; the next run looks again.
  return isDoneUnless(['stale'], () => deps.store.commit([noteOn(deps, 'labels', label, line)]));
}

/** States that end a label's validity without another label in its place. */
const ended: readonly LabelState[] = ['suspended', 'withdrawalPending', 'expired', 'withdrawn', 'terminated'];

/** The day since which a label has not been valid, through whatever states; null while it is, or once another took its place. */
export function notValidSince({ state, history }: Pick<Label, 'state' | 'history'>): Day | null {
  if (!ended.includes(state)) return null;
  const valid = history.findLastIndex((past) => !ended.includes(past.state));
  const first = history[valid + 1];
  return first ? dayOf(first.at) : null;
}
