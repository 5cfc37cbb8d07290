import type { Logger } from 'pino';
import { maxClockAheadMs } from '../commands/ports/healthPorts.ts';
import type { Issuing } from '../commands/ports/issuingPorts.ts';
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

interface Looked {
  readonly readings: Readings;
  readonly issuing: Pick<Issuing, 'keys'>;
  readonly log: Pick<Logger, 'error'>;
}

/** Says at a start what will not go as it should, without keeping the start waiting: nothing of it stops what else the service does. */
export function warnOfState(
  { mode, services }: Pick<Config, 'mode' | 'services'>,
  { readings, issuing, log }: Looked,
): void {
  void readings.clockAheadMs().then(
    (ahead) => {
      if (Math.abs(ahead) <= maxClockAheadMs) return;
      const seconds = Math.round(ahead / 1000);
      log.error({ seconds }, 'the clock of this machine is not that of the database; set both by NTP');
    },
    // Whoever asks /readyz hears of it.
    () => {},
  );
  if (mode !== 'production' || !services.includes('workers')) return;
  void issuing
    .keys()
    .catch((err: unknown) => log.error({ err }, 'nothing can be signed: labels wait to be issued'));
}
