import type { TurnReading } from '../commands/ports/healthPorts.ts';
import { timesOf } from './clock.ts';
import { schedules } from './schedules.ts';

/** How each thing that the clock does stands; `last` has the last turn of each that was done. */
export function turnsOf(last: ReadonlyMap<string, string>, now: Date): readonly TurnReading[] {
  return schedules.map(({ name, cron }) => {
    const times = timesOf(cron);
    const [due] = times.previousRuns(1, new Date(now.getTime() + 1000));
    const next = times.nextRun(now);
    return {
      name,
      last: last.get(name) ?? null,
      due: (due ?? now).toISOString(),
      next: (next ?? now).toISOString(),
    };
  });
}
