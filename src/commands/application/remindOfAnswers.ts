import { type Workplace, workingDaysBetween } from '../../register/calendar.ts';
import { dayOf } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { noteOn } from '../common/noteOn.ts';
import { everyItem } from '../common/pages.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import { openRound } from '../file/openRound.ts';
import { dataOf } from '../items/eventData.ts';
import type { Application, InformationRound } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** Working days before the end of an answer's time on which its organisation is reminded, the nearest first. */
const marks = [1, 5] as const;

/** Reminds organisations of open questions five working days and one before the deadline, each once. Gives how many were reminded. */
export async function remindOfAnswers(deps: Deps, now: Date): Promise<number> {
  let count = 0;
  const waiting = everyItem((page) => deps.store.applicationsIn(['informationRequested'], page));
  for await (const file of waiting) count += Number(await remind(deps, file, now.toISOString()));
  return count;
}

async function remind(deps: Pick<Deps, 'store' | 'ids'>, file: Application, at: string): Promise<boolean> {
  const round = openRound(file);
  if (!round || at >= round.dueAt) return false;
  const { region } = requireVisible(await deps.store.organisation(file.context.organisationId));
  const mark = markReached(round, at, region);
  if (mark === null) return false;
  const last = await deps.store.lastRecord(`applications/${file.id}`, 'application.answerDueSoon');
  const reminded = dataOf(last, 'application.answerDueSoon');
  if (last && reminded && last.at >= round.askedAt && reminded.days <= mark) return false;
  const data = { days: mark, dueAt: round.dueAt };
  const line = { at, actor: systemActor, facts: ['application.answerDueSoon'], data } as const;
  // Stale where someone answers at this very moment; if they do not send it, the next run reminds.
  return isDoneUnless(['stale'], () => deps.store.commit([noteOn(deps, 'applications', file, line)]));
}

/** The nearest mark that is reached now; one that was passed before the question was asked never is. */
function markReached({ askedAt, dueAt }: InformationRound, at: string, region: Workplace) {
  const left = workingDaysBetween(dayOf(at), dayOf(dueAt), region);
  const whole = workingDaysBetween(dayOf(askedAt), dayOf(dueAt), region);
  return marks.find((mark) => left <= mark && whole > mark) ?? null;
}
