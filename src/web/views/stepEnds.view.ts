import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { targetDay, waitsOf } from '../../commands/file/waitsOf.ts';
import { type StepTargets, stepTargets } from '../../policies/stepTargets.ts';
import { addWorkingDays } from '../../register/calendar.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { fileClock } from '../../register/fileClock.ts';
import type { Station, Stop } from './timeline.view.ts';

/** As much of an application as says where it stands. */
export type FileSteps = Pick<
  ApplicantFile,
  'application' | 'information' | 'organisation' | 'history' | 'label'
> & { readonly published: { readonly scheme: Pick<ApplicantFile['published']['scheme'], 'process'> } };

interface At {
  readonly procedure: StepTargets;
  readonly now: string;
  /** Until when the applicant has to act; null where the scheme has. */
  readonly yoursUntil: string | null;
}

export interface Ends {
  /** The last day of the station where a file stands, also once it is over, and of those to come; empty where nothing runs. */
  readonly by: Readonly<Partial<Record<Station, Day>>>;
  /** The last day of the scheme for where it stands is over. */
  readonly late: boolean;
  /** While its clock stands still for the applicant: the working days that the scheme has left afterwards, below 0 once it is late. */
  readonly paused: number | null;
}

const nothing: Ends = { by: {}, late: false, paused: null };

/**
 * By when each step of a sent file ends, by the days that the scheme gives itself: counted from when the step began, without the
 * time of the applicant; what is to come follows.
 */
export function stepEnds(file: FileSteps, stops: readonly Stop[], at: At): Ends {
  const { application, history, organisation, published } = file;
  const here = stops.findIndex(({ tone }) => tone === 'now');
  const station = stops[here]?.station;
  if (application.submittedAt === null || !station || station === 'deposit' || station === 'label')
    return nothing;
  const given = stepTargets(published.scheme.process, at.procedure);
  const today = dayOf(at.now);
  const begunAt = begun(stops[here - 1]?.on || application.submittedAt, history);
  const waits = waitsOf(history, at.yoursUntil).filter(({ askedAt }) => askedAt >= begunAt);
  // An agreement is due on its own day.
  const own = station === 'agreement' ? at.yoursUntil : null;
  const end = own ? dayOf(own) : targetDay(begunAt, given[station], waits);
  const isYours = at.yoursUntil !== null;
  const by: Partial<Record<Station, Day>> = { [station]: end };
  const isOver = end < today;
  let last = isOver ? today : end;
  for (const { station: next } of stops.slice(here + 1)) {
    if (next === null || next === 'deposit') continue;
    last = next === 'label' ? last : addWorkingDays(last, given[next]);
    by[next] = last;
  }
  const clock = { submittedAt: begunAt, answerTimes: waits, at: organisation.region };
  const isPaused = isYours && own === null;
  return {
    by,
    late: !isYours && isOver,
    paused: isPaused ? given[station] - fileClock(clock, at.now).scheme : null,
  };
}

/** A file that an upheld appeal sent back begins its step anew. */
function begun(enteredAt: string, history: FileSteps['history']): string {
  const upheld = history.findLast(({ fact }) => fact === 'application.appealUpheld')?.at ?? '';
  return upheld > enteredAt ? upheld : enteredAt;
}
