import { carryOutRetention } from '../commands/clock/carryOutRetention.ts';
import { noticeStillShown } from '../commands/clock/noticeStillShown.ts';
import { passDeadlines } from '../commands/clock/passDeadlines.ts';
import { remindOfAnswers } from '../commands/clock/remindOfAnswers.ts';
import type { Deps } from '../commands/ports.ts';

/** One thing that the clock does. */
export interface Schedule {
  /** Name of its lease; never changes its meaning. */
  readonly name: string;
  /** When, in the time of Geneva: minute hour day month weekday. */
  readonly cron: string;
  /** Doing it twice must be the same as once. What it gives goes to the log. */
  readonly run: (deps: Deps, now: Date) => Promise<unknown>;
}

/** Everything that happens because time passes. */
export const schedules: readonly Schedule[] = [
  { name: 'deadlines', cron: '*/5 * * * *', run: passDeadlines },
  { name: 'reminders', cron: '10 7 * * *', run: remindOfAnswers },
  { name: 'stillShown', cron: '40 6 * * *', run: noticeStillShown },
  { name: 'retention', cron: '20 3 * * *', run: carryOutRetention },
];
