import { type Workplace, workingDaysBetween } from './calendar.ts';
import { dayOf } from './day.ts';

/** A time in which the file waited for the applicant: from the question to the answer, or still. */
export interface AnswerTime {
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answeredAt: string | null;
}

export type FileClock = ReturnType<typeof fileClock>;

/**
 * Where the time of a file went: its working days with the scheme and with the applicant (of its region); while the
 * scheme's clock stands still, since when, until which day, and how many working days are left. A day belongs to whoever had the
 * file when it ended where the label is: that of a question is still the scheme's, that of its answer still the applicant's.
 */
export function fileClock(
  file: { readonly submittedAt: string; readonly answerTimes: readonly AnswerTime[]; readonly at: Workplace },
  now: string,
) {
  const { submittedAt, answerTimes, at } = file;
  const today = dayOf(now);
  let since = dayOf(submittedAt);
  let scheme = 0;
  let applicant = 0;
  for (const { askedAt, answeredAt } of answerTimes) {
    const asked = dayOf(askedAt);
    const answered = answeredAt === null ? today : dayOf(answeredAt);
    scheme += workingDaysBetween(since, asked);
    applicant += workingDaysBetween(asked, answered, at);
    since = answered;
  }
  const open = answerTimes.find(({ answeredAt }) => answeredAt === null);
  if (!open) return { scheme: scheme + workingDaysBetween(since, today), applicant, paused: null };
  const until = dayOf(open.dueAt);
  const left = workingDaysBetween(today, until, at);
  return { scheme, applicant, paused: { since: dayOf(open.askedAt), until, left } };
}
