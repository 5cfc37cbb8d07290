import { type OpenStep, openStep, type TimedStep, timedSteps } from '../../../policies/stepTargets.ts';
import { workingDaysBetween } from '../../../register/calendar.ts';
import { dayOf } from '../../../register/day.ts';
import { fileClock } from '../../../register/fileClock.ts';
import type { DomainEvent } from '../../../workflow/domainEvents.ts';
import { waitsOf } from '../../file/waitsOf.ts';
import type { FileHistory } from '../../ports/countingPorts.ts';

/** What ends each step; the last one counts. */
const endings: Readonly<Record<TimedStep, readonly DomainEvent[]>> = {
  screening: ['application.accepted'],
  evaluation: ['application.evaluated', 'application.correctionAccepted', 'application.correctionRejected'],
  decision: ['application.granted', 'application.refused'],
  agreement: ['application.signed'],
};
const sent: readonly DomainEvent[] = ['application.submitted'];

type Timed = Pick<FileHistory, 'history'>;

interface Span {
  readonly days: number;
  readonly endedAt: string;
}

/**
 * The working days that each step of a file took until its first decision, and until its signature: those of the scheme without the
 * time of the applicant, and for the agreement those of the applicant; and when each ended. A step that did not end is not there.
 */
export function stepSpans({ history }: Timed): Partial<Record<TimedStep, Span>> {
  const first = history.findIndex(({ fact }) => endings.decision.includes(fact));
  const until = first === -1 ? history : history.slice(0, first + 1);
  const ends = [sent, ...timedSteps.map((step) => endings[step])].map((facts) =>
    facts === endings.agreement
      ? history.slice(first + 1).find(({ fact }) => facts.includes(fact))?.at
      : until.findLast(({ fact }) => facts.includes(fact))?.at,
  );
  const spans = timedSteps.flatMap((step, i) => {
    const [from, to] = [ends[i], ends[i + 1]];
    if (from === undefined || to === undefined || first === -1) return [];
    const days =
      step === 'agreement' ? workingDaysBetween(dayOf(from), dayOf(to)) : daysOfScheme({ history }, from, to);
    return [[step, { days, endedAt: to }] as const];
  });
  return Object.fromEntries(spans);
}

/** Of a file that is not decided: the step in which it stands, and how many working days of the scheme that took so far. */
export function openSpan(file: Timed & Pick<FileHistory, 'state'>, now: string) {
  const { state, history } = file;
  const isWaiting = theirTurn.includes(state);
  const isEvaluated = history.some(({ fact }) => endings.evaluation.includes(fact));
  const step = openStep(state, isEvaluated);
  if (step === null) return null;
  const begins = [...begunBy[step], 'application.appealUpheld'];
  const begunAt = history.findLast(({ fact }) => begins.includes(fact))?.at ?? now;
  return { step, isWaiting, days: daysOfScheme(file, begunAt, now, isWaiting ? now : null) };
}

const theirTurn: readonly FileHistory['state'][] = ['informationRequested', 'correction'];

const begunBy: Readonly<Record<OpenStep, readonly DomainEvent[]>> = {
  screening: sent,
  evaluation: endings.screening,
  decision: endings.evaluation,
};

function daysOfScheme({ history }: Timed, from: string, to: string, openUntil: string | null = null): number {
  const within = waitsOf(history, openUntil).filter(({ askedAt }) => askedAt >= from && askedAt < to);
  return fileClock({ submittedAt: from, answerTimes: within, at: null }, to).scheme;
}
