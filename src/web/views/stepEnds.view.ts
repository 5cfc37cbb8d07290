import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import type { Procedure } from '../../policies/procedure.ts';
import { addWorkingDays } from '../../register/calendar.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { fileClock } from '../../register/fileClock.ts';
import type { Station, Stop } from './timeline.view.ts';

/** Working days that a file may spend at a station; the others follow at once. */
function daysAt(
  process: ApplicantFile['published']['scheme']['process'],
  { stepDays, reviewDays }: Pick<Procedure, 'stepDays' | 'reviewDays'>,
): Readonly<Partial<Record<Station, number>>> {
  return {
    screening: stepDays.screening,
    evaluation: process.invitationDays + reviewDays,
    decision: stepDays.decision,
    agreement: process.agreementDays,
  };
}

/** As much of an application as says where it stands. */
export type FileSteps = Pick<
  ApplicantFile,
  'application' | 'information' | 'organisation' | 'history' | 'label'
> & { readonly published: { readonly scheme: Pick<ApplicantFile['published']['scheme'], 'process'> } };

interface Ends {
  /** The last day of the station where a file stands and of those to come; empty where nothing runs. */
  readonly by: Readonly<Partial<Record<Station, Day>>>;
  /** Where it stands took longer than that. */
  readonly late: boolean;
}

/**
 * By when each step of a sent file ends, by the days that the scheme gives itself: what a step took already is taken off, the time
 * of the applicant is not counted, and what is to come follows. `yoursUntil` is the day until which the applicant has to act.
 */
export function stepEnds(
  { application, information, organisation, published }: FileSteps,
  stops: readonly Stop[],
  {
    procedure,
    now,
    yoursUntil,
  }: {
    readonly procedure: Pick<Procedure, 'stepDays' | 'reviewDays'>;
    readonly now: string;
    readonly yoursUntil: string | null;
  },
): Ends {
  const here = stops.findIndex(({ tone }) => tone === 'now');
  const station = stops[here]?.station;
  if (application.submittedAt === null || !station || station === 'label') return { by: {}, late: false };
  const given = daysAt(published.scheme.process, procedure);
  const entered = stops[here - 1]?.on || application.submittedAt;
  const answerTimes = information.filter(({ askedAt }) => askedAt >= entered);
  const { scheme: used } = fileClock({ submittedAt: entered, answerTimes, at: organisation.region }, now);
  const left = (given[station] ?? 0) - used;
  const by: Partial<Record<Station, Day>> = {};
  let end = dayOf(yoursUntil ?? now);
  for (const stop of stops.slice(here)) {
    if (stop.station === null) continue;
    const days = stop.station === station ? left : (given[stop.station] ?? 0);
    // An agreement is due on its own day.
    if (stop.station !== 'agreement' || stop.station !== station)
      end = addWorkingDays(end, Math.max(0, days));
    by[stop.station] = end;
  }
  const late = left < 0 && yoursUntil === null;
  if (late) delete by[station];
  return { by, late };
}
