import { workingDaysBetween } from '../../register/calendar.ts';
import { dayOf } from '../../register/day.ts';
import { everyItem } from '../common/pages.ts';
import { remind } from '../common/reminders.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { openRound } from '../file/openRound.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** Working days before the end of an answer's time on which its organisation is reminded. */
const leads = [5, 1];

/** Reminds organisations of open questions five working days and one before the deadline, each once. Gives how many were reminded. */
export async function remindOfAnswers(deps: Deps, now: Date): Promise<number> {
  let count = 0;
  const waiting = everyItem((page) => deps.store.applicationsIn(['informationRequested'], page));
  for await (const file of waiting) count += Number(await remindOf(deps, file, now.toISOString()));
  return count;
}

async function remindOf(deps: Pick<Deps, 'store' | 'ids'>, file: Application, at: string): Promise<boolean> {
  const round = openRound(file);
  if (!round || at >= round.dueAt) return false;
  const { region } = requireVisible(await deps.store.organisation(file.context.organisationId));
  const { askedAt, dueAt } = round;
  const daysFrom = (instant: string) => workingDaysBetween(dayOf(instant), dayOf(dueAt), region);
  const told = { kind: 'applications', item: file, fact: 'application.answerDueSoon', at } as const;
  return remind(deps, told, { dueAt, leads, left: daysFrom(at), whole: daysFrom(askedAt) });
}
