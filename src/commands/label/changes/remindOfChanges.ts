import { addDays, dayOf, daysBetween, endOfDay } from '../../../register/day.ts';
import { everyDue } from '../../common/inOrder.ts';
import { remind } from '../../common/reminders.ts';
import type { Deps } from '../../ports/ports.ts';

/** Reminds of applications that a change asks for, on the days before that surveillance has, each once. Gives how many were reminded. */
export async function remindOfChanges(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const { reminderDays: leads } = deps.procedure.surveillance;
  const soon = endOfDay(addDays(dayOf(at), Math.max(...leads)));
  const due = everyDue(
    (page) => deps.store.dueBefore('changes', ['followUp'], soon, page),
    ({ context }) => context.dueAt ?? '',
  );
  let count = 0;
  for await (const change of due) {
    const { dueAt, effect } = change.context;
    if (dueAt === null || at >= dueAt || effect !== 'application') continue;
    const left = daysBetween(dayOf(at), dayOf(dueAt));
    const told = { kind: 'changes', item: change, fact: 'change.dueSoon', at } as const;
    const whole = daysBetween(dayOf(change.words.at(-1)?.at ?? at), dayOf(dueAt));
    count += Number(await remind(deps, told, { dueAt, leads, left, whole }));
  }
  return count;
}
