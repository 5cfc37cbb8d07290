import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Application, Person } from '../../commands/items/items.ts';
import type { Clock, Deps } from '../../commands/ports/ports.ts';

const dayMs = 86_400_000;
const lookMs = 1000;

/** A clock that is put on a day of the past, and moves one second with each look. */
interface SceneClock extends Clock {
  /** Puts it on the morning of a day so many days before today; never back, as lines of the journal follow each other. */
  putBefore(days: number): void;
}

/** The service as a scene is played in it: at another time than today's, with everybody's part. */
export interface Stage {
  readonly deps: Deps;
  readonly clock: SceneClock;
  /** Someone of the demonstration, by the first part of their address, as they stand now. */
  person(name: string): Promise<Person>;
  /** Does what follows from what was done: letters, certificates, reminders. */
  settle(): Promise<void>;
}

/** Such a clock, counted from the time of the service. */
export function sceneClock(service: Clock): SceneClock {
  let now = 0;
  return {
    now: () => {
      now += lookMs;
      return new Date(now);
    },
    putBefore: (days) => {
      const day = new Date(service.now().getTime() - days * dayMs);
      // Of today, an hour ago: nothing that is played lies ahead.
      const instant = days === 0 ? day.getTime() - 3_600_000 : day.setUTCHours(8, 0, 0, 0);
      now = Math.max(now, instant);
    },
  };
}

/** Everybody by the first part of their address. */
export function personOf({ store }: Pick<Deps, 'store'>): Stage['person'] {
  return async (name) => requireVisible(await store.personByEmail(`${name}@specimen.example`));
}

/** A file as it stands now, as a command asks for it. */
export async function fileAt({ deps }: Pick<Stage, 'deps'>, application: Pick<Application, 'id'>) {
  const { id, revision } = requireVisible(await deps.store.application(application.id));
  return { applicationId: id, revision };
}
