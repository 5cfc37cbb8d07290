import { runningLabelStates } from '../../../policies/stages.ts';
import { addDays, type Day, dayOf, daysBetween, endOfDay } from '../../../register/day.ts';
import type { Condition as Agreed } from '../../../workflow/events.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToCondition } from '../../common/applyEvent.ts';
import { everyDue } from '../../common/inOrder.ts';
import { noteOn } from '../../common/noteOn.ts';
import { everyItem } from '../../common/pages.ts';
import { remind } from '../../common/reminders.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless, retryOnConflict } from '../../common/retryOnConflict.ts';
import { conditionsNow } from '../../file/applicantAppeal.ts';
import type { Condition } from '../../items/condition.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { labelRow } from '../labelEntry.ts';
import { firstDue, isOpen, newCondition } from './newCondition.ts';

/** Follows what waits for holders: opens the conditions of earlier grants, and reminds of those that fall due. Gives how many it told of. */
export async function followConditions(deps: Deps, now: Date): Promise<number> {
  return (await openEarlierConditions(deps, now)) + (await remindOfConditions(deps, now));
}

/** Reminds holders of a condition on the days before it is due that the procedure names, each once. */
async function remindOfConditions(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const today = dayOf(at);
  const { reminders: leads } = deps.procedure.conditions;
  const horizon = endOfDay(addDays(today, Math.max(0, ...leads)));
  const waiting = everyDue(
    (page) => deps.store.dueBefore('conditions', ['open'], horizon, page),
    ({ context }) => context.dueAt,
  );
  let count = 0;
  for await (const condition of waiting) {
    const { dueAt } = condition.context;
    if (dueAt <= at) continue;
    const set = condition.words.findLast(({ dueOn }) => dueOn !== undefined)?.at ?? condition.openedAt;
    const told = { kind: 'conditions', item: condition, fact: 'condition.dueSoon', at } as const;
    const daysFrom = (day: string) => daysBetween(day, dayOf(dueAt));
    const due = { dueAt, leads, left: daysFrom(today), whole: daysFrom(dayOf(set)) };
    if (await remind(deps, told, due)) count += 1;
  }
  return count;
}

/**
 * Opens the conditions of conditional labels that have none to follow: of those granted before they were followed, and of one that is
 * valid again after an appeal against its end. A date that is near or over is moved: there
 * are as many days as the procedure says from the letter that announces it.
 */
async function openEarlierConditions(deps: Deps, now: Date): Promise<number> {
  let count = 0;
  for await (const label of everyItem((page) => deps.store.conditionalLabels(runningLabelStates, page))) {
    const known = await deps.store.conditionsOf(label.id);
    if (known.some((one) => one.state !== 'dropped')) continue;
    const agreed = known.length > 0 ? droppedOf(known) : await agreedFor(deps, label);
    if (agreed.length === 0) continue;
    const moved = known.length > 0 ? label : withStanding(label);
    if (await isDoneUnless(['stale'], () => openAll(deps, moved, agreed, now.toISOString()))) count += 1;
  }
  return count;
}

/** What was dropped when a label ended that is valid again after an appeal. */
function droppedOf(known: readonly Condition[]): readonly Agreed[] {
  return [...new Map(known.map(({ text, agreedFor }) => [text, { text, due: agreedFor }])).values()];
}

async function agreedFor({ store }: Deps, { context }: Label): Promise<readonly Agreed[]> {
  const file = requireVisible(await store.application(context.applicationId));
  const [appeal] = await store.appealsOf(file.id);
  return conditionsNow(file.context.conditions, appeal, dayOf(file.agreement?.at ?? context.since));
}

/** Its history did not say that it has been conditional all along. */
function withStanding(label: Label): Label {
  return { ...label, history: label.history.map((step) => ({ standing: 'conditional' as const, ...step })) };
}

async function openAll(deps: Deps, label: Label, agreed: readonly Agreed[], at: string): Promise<void> {
  const least = addDays(dayOf(at), deps.procedure.conditions.leastDays);
  const notBefore = (due: Day) => (due < least ? least : due);
  const eventMeta = { at, actor: systemActor };
  const openings = agreed.map((one) => ({ ...one, dueOn: notBefore(one.due), ...eventMeta }));
  const due = firstDue(openings.map(({ dueOn }) => ({ due: dueOn })));
  const moved = { ...label, ...due };
  const note = noteOn(deps, 'labels', moved, { ...eventMeta, facts: ['label.conditionsMoved'], data: due });
  const changes = [...openings.map((one) => newCondition(deps, label, one)), note];
  await deps.store.commit(changes, await labelRow(deps, moved, at));
}

/** Drops what a label still depended on when it ended. Idempotent. */
export async function dropConditions(deps: Deps, labelNumber: string): Promise<void> {
  await retryOnConflict(async () => {
    const open = (await deps.store.conditionsOf(labelNumber)).filter(isOpen);
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    const changes = open.map((condition) => applyToCondition(deps, condition, event));
    if (changes.length > 0) await deps.store.commit(changes);
  });
}
