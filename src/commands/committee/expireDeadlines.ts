import { LabelError } from '../../errors.ts';
import { dayOf, endOfDay } from '../../register/day.ts';
import { definitionOf } from '../../workflow/definition.ts';
import type { LabelEvent } from '../../workflow/label/labelEvents.ts';
import type { MachineName } from '../../workflow/versions.ts';
import { systemActor } from '../common/actor.ts';
import {
  applyToApplication,
  applyToChange,
  applyToComplaint,
  applyToCondition,
  applyToLabel,
  applyToNeed,
} from '../common/applyEvent.ts';
import { groupCommits } from '../common/groupCommits.ts';
import { groupReads } from '../common/groupReads.ts';
import { type DueItem, everyDue, inOrder } from '../common/inOrder.ts';
import { labelRow } from '../label/labelEntry.ts';
import { endExtension, endPeriod } from '../label/renewal/endExtension.ts';
import { endOnNotice } from '../label/sanctions/notice.ts';
import { expireSurveillance } from '../label/surveillance/followSurveillances.ts';
import type { Timed } from '../ports/keepingPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { expireReview } from '../review/evaluation/closeOpenReviews.ts';
import { escalateFinding } from '../review/findings/followFindings.ts';
import { endUrgentStay } from './appeal/stay.ts';

/**
 * Turns every deadline that is over at `now` into its event, past the same guards as anyone's, what was due first coming first
 * whatever it is; twice is once. What is refused stays where it is and stands in nobody's way. Gives how many were taken.
 */
export async function expireDeadlines(deps: Deps, now: Date): Promise<number> {
  for (let taken = 0; ; ) {
    const pass = await onePass(deps, now.toISOString());
    taken += pass.taken;
    // What changed while it was on its way is read anew, and is still due or not.
    if (pass.stale === 0 || pass.taken === 0) return taken;
  }
}

async function onePass(deps: Deps, at: string) {
  const counts = { taken: 0, stale: 0 };
  const { store, run } = groupCommits(groupReads(deps.store));
  for await (const group of inOrder(dueLists({ ...deps, store }, at))) {
    for (const ended of await run(group.map(({ act }) => act))) {
      if (ended.status === 'fulfilled') counts.taken += 1;
      else counts.stale += Number(isStale(ended.reason));
    }
  }
  return counts;
}

/** Whether an item changed while it was on its way, or is refused; anything else ends the run. */
function isStale(error: unknown): boolean {
  if (!(error instanceof LabelError) || !['stale', 'refused'].includes(error.code)) throw error;
  return error.code === 'stale';
}

/** Everything that has a deadline; of one instant, the earlier list comes first. */
function dueLists(deps: Deps, at: string): AsyncGenerator<DueItem>[] {
  const { store } = deps;
  const eventMeta = { at, actor: systemActor };
  const passed = { type: 'deadlinePassed', ...eventMeta } as const;
  return [
    due(deps, at, 'applications', 'application', (file) =>
      store.commit([applyToApplication(deps, file, passed)]),
    ),
    due(deps, at, 'appeals', 'appeal', (appeal) => endUrgentStay(deps, appeal, eventMeta)),
    due(deps, at, 'complaints', 'complaint', (complaint) =>
      store.commit([applyToComplaint(deps, complaint, passed)]),
    ),
    due(deps, at, 'findings', 'finding', (finding) => escalateFinding(deps, finding, eventMeta)),
    due(deps, at, 'changes', 'change', (change) => store.commit([applyToChange(deps, change, passed)])),
    due(deps, at, 'conditions', 'condition', (condition) =>
      store.commit([applyToCondition(deps, condition, passed)]),
    ),
    due(deps, at, 'needs', 'need', (need) => store.commit([applyToNeed(deps, need, passed)])),
    due(deps, at, 'reviews', 'review', (review) => expireReview(deps, review, eventMeta)),
    due(deps, at, 'surveillances', 'surveillance', (one) => expireSurveillance(deps, one, eventMeta)),
    due(deps, at, 'labels', 'label', async (label) => {
      const change = applyToLabel(deps, label, passed);
      await store.commit([change], await labelRow(deps, change.after, at));
    }),
    ended(deps, at, 'until', 'periodEnded', (label) => endPeriod(deps, label, at)),
    extended(deps, at),
    ended(deps, at, 'endsOn', 'noticeEnded', (label) => endOnNotice(deps, label, eventMeta)),
  ];
}

/** Items of a kind whose machine takes `deadlinePassed`, by the instant at which they were due. */
async function* due<K extends keyof Timed>(
  { store }: Deps,
  at: string,
  kind: K,
  machine: MachineName,
  act: (item: Timed[K]) => Promise<void>,
): AsyncGenerator<DueItem> {
  const states = statesTaking(machine, 'deadlinePassed');
  const dueAt = ({ context }: Timed[K]) => context.dueAt ?? '';
  for await (const item of everyDue<Timed[K]>((page) => store.dueBefore(kind, states, at, page), dueAt))
    yield { dueAt: dueAt(item), act: () => act(item) };
}

/** Labels whose last day is over, of their period or of a notice, by the end of that day. */
async function* ended(
  { store }: Deps,
  at: string,
  by: 'until' | 'endsOn',
  event: LabelEvent['type'],
  act: (label: Timed['labels']) => Promise<void>,
): AsyncGenerator<DueItem> {
  const states = statesTaking('label', event);
  const last = ({ context }: Timed['labels']) => context[by] ?? '';
  for await (const label of everyDue((page) => store.labelsEndedBefore(by, states, dayOf(at), page), last))
    yield { dueAt: endOfDay(last(label)), act: () => act(label) };
}

/** Extended labels from the last day of their extension on. */
async function* extended(deps: Deps, at: string): AsyncGenerator<DueItem> {
  const today = endOfDay(dayOf(at));
  const dueAt = ({ context }: Timed['labels']) => context.dueAt ?? '';
  for await (const label of everyDue(
    (page) => deps.store.dueBefore('labels', ['extended'], today, page),
    dueAt,
  ))
    yield { dueAt: dueAt(label), act: () => endExtension(deps, label, at) };
}

/** States in which a machine takes an event at all. */
function statesTaking(machine: MachineName, event: string): readonly string[] {
  const { states } = definitionOf(machine);
  return Object.entries(states).flatMap(([state, { on }]) => (event in on ? [state] : []));
}
