import { type Workplace, workingDaysBetween } from './calendar.ts';
import { type Day, dayOf } from './day.ts';

/** A time in which the file waited for the applicant: from the question to the answer, or still. */
export interface Turn {
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answeredAt: string | null;
}

/** Where the time of a file went. */
export interface FileClock {
  /** Working days of Geneva that the file spent with the scheme. */
  readonly scheme: number;
  /** Working days of the applicant's region that it spent with the applicant. */
  readonly applicant: number;
  /** The day since when the scheme's clock stands still, the last day of the answer, and the working days left to it. */
  readonly paused: { readonly since: Day; readonly until: Day; readonly left: number } | null;
}

/**
 * Counts the working days since a file was sent, apart for whose turn it was. A day belongs to whoever had the file when it
 * ended in Geneva, so that the day of a question is still the scheme's and the day of its answer still the applicant's.
 */
export function fileClock(
  {
    submittedAt,
    turns,
    at,
  }: { readonly submittedAt: string; readonly turns: readonly Turn[]; readonly at: Workplace },
  now: string,
): FileClock {
  const today = dayOf(now);
  let since = dayOf(submittedAt);
  let scheme = 0;
  let applicant = 0;
  for (const { askedAt, answeredAt } of turns) {
    const asked = dayOf(askedAt);
    const answered = answeredAt === null ? today : dayOf(answeredAt);
    scheme += workingDaysBetween(since, asked);
    applicant += workingDaysBetween(asked, answered, at);
    since = answered;
  }
  const open = turns.find(({ answeredAt }) => answeredAt === null);
  if (!open) return { scheme: scheme + workingDaysBetween(since, today), applicant, paused: null };
  const until = dayOf(open.dueAt);
  const left = workingDaysBetween(today, until, at);
  return { scheme, applicant, paused: { since: dayOf(open.askedAt), until, left } };
}
