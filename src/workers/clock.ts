import { Cron } from 'croner';
import type { Logger } from 'pino';
import type { Leases } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Schedule } from './schedules.ts';

const timezone = 'Europe/Zurich';
/** How long a process holds the lease of a schedule; if it died meanwhile, another one may take it then. */
const leaseMs = 15 * 60_000;

export interface ClockParts {
  readonly deps: Deps;
  readonly leases: Leases;
  readonly schedules: readonly Schedule[];
  /** Name of this process among those that run a clock. */
  readonly holder: string;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** Runs every schedule at its time until it is stopped; `stop` waits for the turns that run. */
export function startClock(parts: ClockParts): { stop(): Promise<void> } {
  const underWay = new Set<Promise<boolean>>();
  const jobs = parts.schedules.map((schedule) => {
    const turn = async () => {
      const run = runTurn(parts, schedule);
      underWay.add(run);
      await run.finally(() => underWay.delete(run));
    };
    return new Cron(schedule.cron, { timezone, protect: true }, turn);
  });
  return {
    stop: async () => {
      for (const job of jobs) job.stop();
      await Promise.all(underWay);
    },
  };
}

/**
 * One turn of a schedule, if this process gets its lease: of several that want it in the same minute, one does. False when
 * another has it. A failure is logged, and the next turn tries again.
 */
export async function runTurn(
  { deps, leases, holder, log }: ClockParts,
  { name, run }: Schedule,
): Promise<boolean> {
  const now = deps.clock.now();
  const slot = now.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
  try {
    if (!(await leases.take(name, { holder, slot, now, ms: leaseMs }))) return false;
    const done = await run(deps, now);
    log.info({ schedule: name, done }, 'the clock has struck');
    await leases.release(name, holder, deps.clock.now());
  } catch (error) {
    log.error(
      { err: error, schedule: name },
      'the clock could not do what it is for; the next turn tries again',
    );
  }
  return true;
}
