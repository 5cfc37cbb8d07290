import { dayOf } from '../../register/day.ts';
import { definitionOf } from '../../workflow/definition.ts';
import type { MachineName } from '../../workflow/versions.ts';
import { systemActor } from '../common/actor.ts';
import { applyToApplication, applyToLabel } from '../common/applyEvent.ts';
import { everyItem } from '../common/pages.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import { endPeriod } from '../label/changeLabel.ts';
import { labelRow } from '../label/labelEntry.ts';
import type { Deps } from '../ports/ports.ts';
import { expireReview } from '../review/evaluation/closeOpenReviews.ts';
import { escalateFinding } from '../review/findings/followFindings.ts';

/** Most items of a kind in one run; the next run continues. */
const max = 1000;

/** Turns every deadline that is over at `now` into its event, past the same guards as anyone's; twice is once. Gives how many were taken. */
export async function expireDeadlines(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const eventMeta = { at, actor: systemActor };
  const passed = { type: 'deadlinePassed', ...eventMeta } as const;
  const { store } = deps;
  const due = <K extends 'applications' | 'reviews' | 'labels' | 'findings'>(kind: K, machine: MachineName) =>
    everyItem((page) => store.dueBefore(kind, statesTaking(machine, 'deadlinePassed'), at, page));
  const ended = statesTaking('label', 'periodEnded');
  const counts = [
    await each(due('applications', 'application'), (file) =>
      store.commit([applyToApplication(deps, file, passed)]),
    ),
    await each(due('findings', 'finding'), (finding) => escalateFinding(deps, finding, eventMeta)),
    await each(due('reviews', 'review'), (review) => expireReview(deps, review, eventMeta)),
    await each(due('labels', 'label'), async (label) => {
      const change = applyToLabel(deps, label, passed);
      await store.commit([change], await labelRow(deps, change.after, at));
    }),
    await each(
      everyItem((page) => store.labelsEndedBefore(ended, dayOf(at), page)),
      (label) => endPeriod(deps, label, eventMeta),
    ),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** States in which a machine takes an event at all. */
function statesTaking(machine: MachineName, event: string): readonly string[] {
  const { states } = definitionOf(machine);
  return Object.entries(states).flatMap(([state, { on }]) => (event in on ? [state] : []));
}

/** Handles one after the other; what changed meanwhile, or the machine refuses, is left for the next run. */
async function each<T>(items: AsyncIterable<T>, act: (item: T) => Promise<void>): Promise<number> {
  let [looked, count] = [0, 0];
  for await (const item of items) {
    if (await isDoneUnless(['stale', 'refused'], () => act(item))) count += 1;
    looked += 1;
    if (looked === max) break;
  }
  return count;
}
