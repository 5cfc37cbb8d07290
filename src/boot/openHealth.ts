import type { HealthReadings } from '../commands/ports/healthPorts.ts';
import type { Config } from '../config.ts';
import type { Storage } from './openStorage.ts';

/** What looks for viruses; it gives up by itself on a daemon that says nothing. */
interface Scanner {
  scan(bytes: Buffer): Promise<unknown>;
}

/** What an installation knows of itself; `scanner` is null where none is set. */
export function openHealth(
  config: Pick<Config, 'bounces' | 'mail'>,
  { readings }: Pick<Storage, 'readings'>,
  scanner: Scanner | null,
): HealthReadings {
  return {
    queue: readings.queue,
    database: readings.database,
    turns: async (now) => {
      const [{ turnsOf }, last] = await Promise.all([import('../workers/turns.ts'), readings.lastTurns()]);
      return turnsOf(last, now);
    },
    scanner: async () => {
      if (scanner === null) return null;
      const looked = scanner.scan(Buffer.from('a look whether somebody looks'));
      return looked.then(
        () => true,
        () => false,
      );
    },
    takesReports: config.bounces !== null,
    sendsMail: config.mail !== null,
  };
}
