import { addDays, dayOf, daysBetween, endOfDay } from '../../../register/day.ts';
import { everyDue } from '../../common/inOrder.ts';
import { remind } from '../../common/reminders.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Most hearings of a kind that are looked at in one turn: those first that end first. */
const maxHearings = 1000;

/** Reminds holders of the end of a hearing that they have not answered, and of the day by which a suspended label is to be put right. */
export async function remindOfSanctions(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const today = dayOf(at);
  const { reminders: leads } = deps.procedure.sanctions;
  const told = async (item: Label, fact: 'label.hearingDueSoon' | 'label.repairDueSoon', dueAt: string) => {
    if (at >= dueAt) return 0;
    const left = daysBetween(today, dayOf(dueAt));
    const since = item.words?.findLast(({ until }) => until !== undefined)?.at ?? at;
    const due = { dueAt, leads, left, whole: daysBetween(dayOf(since), dayOf(dueAt)) };
    return Number(await remind(deps, { kind: 'labels', item, fact, at }, due));
  };
  let count = 0;
  for (const about of ['suspension', 'withdrawal'] as const)
    for (const label of await deps.store.labelsHeard(about, maxHearings)) {
      const { hearing } = label.context;
      if (hearing && !hearing.answered) count += await told(label, 'label.hearingDueSoon', hearing.dueAt);
    }
  const soon = endOfDay(addDays(today, Math.max(0, ...leads)));
  const suspended = everyDue(
    (page) => deps.store.dueBefore('labels', ['suspended'], soon, page),
    ({ context }) => context.dueAt ?? '',
  );
  for await (const label of suspended)
    count += await told(label, 'label.repairDueSoon', label.context.dueAt ?? at);
  return count;
}
