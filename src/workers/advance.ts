import type { DayReport } from '../commands/ports/clockPorts.ts';
import type { Jobs } from '../commands/ports/jobPorts.ts';
import type { LetterDeps } from '../letters/letters.ts';
import { type Day, dayOf } from '../register/day.ts';
import { type ClockParts, strike, timesOf } from './clock.ts';
import type { Handler } from './handlers.ts';
import { observe } from './observe.ts';
import { runNext } from './relay.ts';
import type { Schedule } from './schedules.ts';

export interface AdvanceParts extends Omit<ClockParts, 'deps' | 'log'> {
  readonly deps: LetterDeps;
  readonly jobs: Jobs;
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Lets the clock of `deps` go on from an instant. */
  readonly moveTo: (instant: Date) => Promise<void>;
  readonly stopped?: () => boolean;
}

/** Turns that come more often than this (milliseconds) are taken with the others, and at the start of each day. */
const rareMs = 3_600_000;

/**
 * Moves the clock to an instant, stopping wherever a turn of a schedule is due on the way, and does there what clock and workers do:
 * schedules in their order, then every job that is due. Gives what came of each day.
 */
export async function* advance(parts: AdvanceParts, until: Date): AsyncGenerator<DayReport> {
  const { deps, jobs, handlers, holder, moveTo, stopped = () => false } = parts;
  const { deps: observed, log, taken } = observe(deps);
  const clock = { ...parts, deps: observed, log };
  const relay = { deps: observed, jobs, handlers, worker: holder, log };
  let day = dayAt(deps);
  for (const instant of stopsBetween(parts.schedules, deps.clock.now(), until)) {
    if (stopped()) break;
    const next = dayOf(instant.toISOString());
    if (next !== day) yield taken(day);
    day = next;
    await moveTo(instant);
    await strike(clock, stopped);
    while (!stopped() && (await runNext(relay)));
  }
  yield taken(day);
}

function dayAt({ clock }: Pick<LetterDeps, 'clock'>): Day {
  return dayOf(clock.now().toISOString());
}

/** Where the clock stops on its way: at each start of a day and each turn that is rare, and at the end. */
function* stopsBetween(schedules: readonly Schedule[], from: Date, until: Date): Generator<Date> {
  const crons = ['0 0 * * *', ...schedules.map(({ cron }) => cron).filter(isRare)];
  const patterns = [...new Set(crons)].map(timesOf);
  for (let at = from; ; ) {
    const next = patterns.flatMap((pattern) => pattern.nextRun(at)?.getTime() ?? []);
    const soonest = Math.min(...next);
    if (soonest >= until.getTime()) break;
    at = new Date(soonest);
    yield at;
  }
  yield until;
}

function isRare(cron: string): boolean {
  const [first, second] = timesOf(cron).nextRuns(2, new Date(0));
  return !first || !second || second.getTime() - first.getTime() > rareMs;
}
