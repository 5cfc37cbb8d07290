import { addDays, dayOf, daysBetween, endOfDay } from '../../../register/day.ts';
import { type EventMeta, systemActor } from '../../common/actor.ts';
import { applyToSurveillance } from '../../common/applyEvent.ts';
import { everyDue } from '../../common/inOrder.ts';
import { remind } from '../../common/reminders.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Label } from '../../items/items.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Deps } from '../../ports/ports.ts';
import { isOpen, waitsForHolder } from './newSurveillance.ts';
import { openSurveillances } from './openSurveillances.ts';

/** What the clock does each morning: opens what labels owe, and reminds of what is open. */
export async function followSurveillances(deps: Deps, now: Date) {
  const opened = await openSurveillances(deps, now);
  return { opened, reminded: await remindOfSurveillances(deps, now) };
}

/** Reminds holders of what is due soon, once for each lead of the procedure. Gives how many were reminded. */
async function remindOfSurveillances(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const { reminderDays } = deps.procedure.surveillance;
  const soon = endOfDay(addDays(dayOf(at), Math.max(...reminderDays)));
  let count = 0;
  const due = everyDue(
    (page) => deps.store.dueBefore('surveillances', ['due', 'findings'], soon, page),
    ({ context }) => context.dueAt,
  );
  for await (const one of due) {
    const { dueAt } = one.context;
    if (!waitsForHolder(one) || at >= dueAt) continue;
    const daysFrom = (instant: string) => daysBetween(dayOf(instant), dayOf(dueAt));
    const told = { kind: 'surveillances', item: one, fact: 'surveillance.dueSoon', at } as const;
    const whole = daysFrom(one.words.at(-1)?.at ?? one.openedAt);
    count += Number(await remind(deps, told, { dueAt, leads: reminderDays, left: daysFrom(at), whole }));
  }
  return count;
}

/** Declares late what was not answered in time. */
export async function expireSurveillance(
  deps: Pick<Deps, 'store' | 'ids'>,
  one: Surveillance,
  eventMeta: EventMeta,
): Promise<void> {
  await deps.store.commit([applyToSurveillance(deps, one, { type: 'deadlinePassed', ...eventMeta })]);
}

/** States of a label that has ended; another one took the place of the last. */
const ended: readonly Label['state'][] = ['withdrawn', 'terminated', 'expired', 'superseded'];

/**
 * Drops the tasks that a change of their label left without a purpose: of one that ended, all but that its mark leaves the
 * holder's media; of one that holds, or that another one replaces, that task alone. Idempotent.
 */
export async function dropSurveillances(deps: Pick<Deps, 'store' | 'ids' | 'clock'>, number: string) {
  await retryOnConflict(async () => {
    const { state } = requireVisible(await deps.store.label(number));
    const isMoot = ({ context }: Surveillance) =>
      context.task === 'markRemoval'
        ? state === 'active' || state === 'extended' || state === 'superseded'
        : ended.includes(state);
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    const changes = (await deps.store.surveillancesOf([number]))
      .filter((one) => isOpen(one) && isMoot(one))
      .map((one) => applyToSurveillance(deps, one, event));
    if (changes.length > 0) await deps.store.commit(changes);
  });
}
