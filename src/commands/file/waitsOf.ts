import { addWorkingDays, workingDaysBetween } from '../../register/calendar.ts';
import { type Day, dayOf } from '../../register/day.ts';
import type { AnswerTime } from '../../register/fileClock.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { Told } from '../items/told.ts';

/** From these on it waits for its applicant; after its last round, a correction that is rejected asks nothing more. */
const asking: readonly DomainEvent[] = [
  'application.informationRequested',
  'application.correctionAsked',
  'application.correctionRejected',
];
const answering: readonly DomainEvent[] = ['application.answered', 'application.corrected'];

/**
 * The times in which a file waited for its applicant, by what became true of it, the oldest first. `openUntil` is the last day of the
 * one that runs; null where none does.
 */
export function waitsOf(history: readonly Told[], openUntil: string | null = null): AnswerTime[] {
  const waits: AnswerTime[] = [];
  let askedAt: string | null = null;
  for (const { fact, at } of history) {
    if (asking.includes(fact)) askedAt = at;
    if (askedAt === null || !answering.includes(fact)) continue;
    waits.push({ askedAt, dueAt: at, answeredAt: at });
    askedAt = null;
  }
  const isOpen = askedAt !== null && openUntil !== null;
  return isOpen ? [...waits, { askedAt: askedAt ?? '', dueAt: openUntil, answeredAt: null }] : waits;
}

/** The day on which so many working days are over that are not the applicant's; an open wait is taken to last until its last day. */
export function targetDay(begunAt: string, days: number, waits: readonly AnswerTime[]): Day {
  let since = dayOf(begunAt);
  let left = days;
  for (const { askedAt, answeredAt, dueAt } of waits) {
    const used = workingDaysBetween(since, dayOf(askedAt));
    if (used > left) break;
    left -= used;
    since = dayOf(answeredAt ?? dueAt);
  }
  return addWorkingDays(since, left);
}
