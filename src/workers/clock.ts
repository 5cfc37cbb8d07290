import { Cron } from 'croner';
import type { Logger } from 'pino';
import { maxClockAheadMs } from '../commands/ports/healthPorts.ts';
import type { Leases } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Tracing } from '../commands/ports/watchPorts.ts';
import { profile } from '../profile/profile.ts';
import { forRequest } from '../requestScope.ts';
import type { Schedule } from './schedules.ts';

const timezone = profile.timeZone;
/** How long a process holds the lease of a schedule; if it died meanwhile, another one may take it then. */
const leaseMs = 15 * 60_000;

export interface ClockParts {
  readonly deps: Deps;
  readonly leases: Leases;
  readonly schedules: readonly Schedule[];
  /** Name of this process among those that run a clock. */
  readonly holder: string;
  /** By how much (milliseconds) the clock of this machine is ahead of the database's. */
  readonly aheadMs?: () => Promise<number>;
  readonly tracing?: Tracing;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** Looks at the start and each minute whether the turn of a schedule has come, until it is stopped; `stop` waits for the turn that runs. */
export function startClock(parts: ClockParts): { stop(): Promise<void> } {
  let stopping = false;
  let running = strike(parts, () => stopping);
  const look = () => {
    running = running.then(() => strike(parts, () => stopping));
    return running;
  };
  const job = new Cron('* * * * *', { protect: true }, look);
  return {
    stop: async () => {
      stopping = true;
      job.stop();
      await running;
    },
  };
}

/**
 * Runs every schedule whose turn has come, one after the other in their order, so that what was missed together comes in that order.
 * None by a clock that is not the database's: deadlines that ended too early are not undone.
 */
export async function strike(parts: ClockParts, stopped = () => false): Promise<void> {
  if (parts.aheadMs && (await isWrong(parts.aheadMs, parts.log))) return;
  for (const schedule of parts.schedules) {
    if (stopped()) return;
    await runTurn(parts, schedule);
  }
}

async function isWrong(aheadMs: () => Promise<number>, log: ClockParts['log']): Promise<boolean> {
  // A database that does not answer gives no lease either.
  const ahead = await aheadMs().catch(() => 0);
  if (Math.abs(ahead) <= maxClockAheadMs) return false;
  const seconds = Math.round(ahead / 1000);
  log.error(
    { seconds },
    'the clock of this machine is not that of the database: no turn is taken until they agree',
  );
  return true;
}

/**
 * The last turn of a schedule that has come, unless it was done or another process has it. Turns that were missed, as when the service
 * or its database stood still, are one. False when there was nothing to do. A failure is logged, and the turn stays to be done.
 */
export async function runTurn(parts: ClockParts, schedule: Schedule): Promise<boolean> {
  const now = parts.deps.clock.now();
  const slot = turnAt(schedule.cron, now);
  return forRequest(`${schedule.name}.${slot}`, () => turn(parts, schedule, now, slot));
}

async function turn(
  { deps, leases, holder, tracing, log }: ClockParts,
  { name, run }: Schedule,
  now: Date,
  slot: string,
): Promise<boolean> {
  try {
    if (!(await leases.take(name, { holder, slot, now, ms: leaseMs }))) return false;
    const work = () => run(deps, now);
    const done = await (tracing?.span('turn', name, work) ?? work());
    log.info({ schedule: name, done }, 'the clock has struck');
    await leases.release(name, { holder, now: deps.clock.now(), done: slot });
  } catch (error) {
    log.error(
      { err: error, schedule: name },
      'the clock could not do what it is for; it tries again in a minute',
    );
    // Without a database the lease lapses by itself.
    await leases.release(name, { holder, now: deps.clock.now(), done: null }).catch(() => {});
  }
  return true;
}

/** When the last turn of a schedule was due, this very second included, as an ISO instant. */
function turnAt(cron: string, now: Date): string {
  const [last] = timesOf(cron).previousRuns(1, new Date(now.getTime() + 1000));
  if (!last) throw new Error(`${cron} never comes`);
  return last.toISOString();
}

/** A pattern of times of the label. */
export function timesOf(cron: string): Cron {
  return new Cron(cron, { timezone, paused: true });
}
