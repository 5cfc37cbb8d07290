import { maxClockAheadMs } from '../commands/ports/healthPorts.ts';
import type { Config } from '../config.ts';
import { type Unready, writeLimitMs } from '../telemetry/createReadiness.ts';
import type { Storage } from './openStorage.ts';

type Readings = Pick<Storage['readings'], 'tryWrite' | 'clockAheadMs'>;

/**
 * What may be in the way of a process: a database that takes no writes, and, for one that serves no pages, a clock that its turns do
 * not go by. The web goes on with it: people read, and what they are told by is the database.
 */
export function lookAround(
  { services }: Pick<Config, 'services'>,
  { tryWrite, clockAheadMs }: Readings,
): () => Promise<Unready | null> {
  const byClock = services.includes('clock') && !services.includes('web');
  return async () => {
    await tryWrite(writeLimitMs);
    return byClock && Math.abs(await clockAheadMs()) > maxClockAheadMs ? 'clock' : null;
  };
}
