import { workingDaysBetween } from '../../register/calendar.ts';
import { addDays, dayOf, endOfDay } from '../../register/day.ts';
import { everyDue } from '../common/inOrder.ts';
import { remind } from '../common/reminders.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { openRound } from '../file/openRound.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** Working days before the last day on which its organisation is reminded of what a file waits for. */
const leads = [5, 1];

/** States in which a file waits for its organisation until a day; a draft does where an officer opened it. */
const waiting: readonly Application['state'][] = ['draft', 'informationRequested', 'correction', 'agreement'];

/**
 * Reminds organisations of an answer, a correction, a signature or criteria that are looked at anew, five working days and one before
 * the last day, each once. Gives how many were reminded.
 */
export async function remindOfAnswers(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const horizon = endOfDay(addDays(dayOf(at), horizonDays));
  const due = everyDue(
    (page) => deps.store.dueBefore('applications', waiting, horizon, page),
    ({ context }) => context.dueAt ?? '',
  );
  let count = 0;
  for await (const file of due) count += Number(await remindOf(deps, file, at));
  return count;
}

/** Calendar days in which the working days of the first reminder certainly are. */
const horizonDays = 21;

async function remindOf(deps: Pick<Deps, 'store' | 'ids'>, file: Application, at: string): Promise<boolean> {
  const { dueAt } = file.context;
  if (dueAt === null || at >= dueAt) return false;
  const { region } = requireVisible(await deps.store.organisation(file.context.organisationId));
  const daysFrom = (instant: string) => workingDaysBetween(dayOf(instant), dayOf(dueAt), region);
  const told = { kind: 'applications', item: file, fact: 'application.answerDueSoon', at } as const;
  // Of what else a file waits for, the time is longer than any lead.
  const round = openRound(file);
  const whole = round ? daysFrom(round.askedAt) : Number.POSITIVE_INFINITY;
  return remind(deps, told, { dueAt, leads, left: daysFrom(at), whole });
}
