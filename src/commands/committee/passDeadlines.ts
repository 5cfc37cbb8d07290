import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { definitionOf } from '../../workflow/definition.ts';
import type { MachineName } from '../../workflow/versions.ts';
import { systemActor } from '../common/actor.ts';
import { applyToApplication, applyToLabel } from '../common/applyEvent.ts';
import { endPeriod } from '../label/endPeriod.ts';
import { labelRow } from '../label/labelEntry.ts';
import type { Change, Deps, Part } from '../ports/ports.ts';
import { expireReview } from '../review/evaluation/closeOpenReviews.ts';
import { escalateFinding } from '../review/findings/followFindings.ts';

/** Most items of a kind that one run looks at; the next one goes on. */
const max = 1000;
const pageSize = 100;

/**
 * Turns every deadline that is over at `now` into the event it stands for, by the service itself and past the same guards as
 * anyone's. Twice is once: an event moves its item on. Gives how many were taken.
 */
export async function passDeadlines(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const said = { at, actor: systemActor };
  const record = () => ({ id: deps.ids.next() });
  const { store } = deps;
  const due = <K extends 'applications' | 'reviews' | 'labels' | 'findings'>(
    kind: K,
    machine: MachineName,
  ) => {
    const states = statesTaking(machine, 'deadlinePassed');
    return (last: string) => store.dueBefore(kind, states, at, { limit: pageSize, last });
  };
  const ended = statesTaking('label', 'periodEnded');
  const counts = [
    await each(due('applications', 'application'), (file) =>
      commit(deps, applyToApplication(file, { type: 'deadlinePassed', ...said }, record())),
    ),
    await each(due('findings', 'finding'), (finding) => escalateFinding(deps, finding, said)),
    await each(due('reviews', 'review'), (review) => expireReview(deps, review, said)),
    await each(due('labels', 'label'), async (label) => {
      const change = applyToLabel(label, { type: 'deadlinePassed', ...said }, record());
      await commit(deps, change, await labelRow(deps, change.after, at));
    }),
    await each(
      (last) => store.labelsEndedBefore(ended, dayOf(at), { limit: pageSize, last }),
      (label) => endPeriod(deps, label, said),
    ),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

async function commit(deps: Pick<Deps, 'store'>, change: Change, parts: readonly Part[] = []): Promise<void> {
  await deps.store.commit({ changes: [change], parts });
}

/** States in which a machine takes an event at all. */
function statesTaking(machine: MachineName, event: string): readonly string[] {
  const { states } = definitionOf(machine);
  return Object.entries(states).flatMap(([state, { on }]) => (event in on ? [state] : []));
}

/** Does one after the other; what someone else moved on meanwhile, or the machine refuses, is left for the next run. */
async function each<T extends { readonly id: string }>(
  pageAfter: (last: string) => Promise<readonly T[]>,
  act: (item: T) => Promise<void>,
): Promise<number> {
  let count = 0;
  let last = '';
  for (let seen = 0; seen < max; ) {
    const page = await pageAfter(last);
    for (const item of page) {
      try {
        await act(item);
        count += 1;
      } catch (error) {
        if (!(error instanceof LabelError && (error.code === 'stale' || error.code === 'refused')))
          throw error;
      }
    }
    seen += page.length;
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) break;
  }
  return count;
}
