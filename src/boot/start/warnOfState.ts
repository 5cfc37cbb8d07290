import type { Logger } from 'pino';
import { isDoneWithout } from '../../commands/desk/health/healthLine.ts';
import { signingLines } from '../../commands/desk/health/signingLines.ts';
import { maxClockAheadMs } from '../../commands/ports/healthPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { Config } from '../../config.ts';
import { healthSentence } from '../../i18n/healthSentence.ts';
import type { Storage } from '../openStorage.ts';

interface Looked {
  readonly deps: Parameters<typeof signingLines>[0] & Pick<Deps, 'clock'>;
  readonly readings: Pick<Storage['readings'], 'clockAheadMs'>;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** Says at a start what will not go as it should, without keeping the start waiting: nothing of it stops what else the service does. */
export function warnOfState(
  { mode, services }: Pick<Config, 'mode' | 'services'>,
  { deps, readings, log }: Looked,
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
  void warnOfSigning(deps, log);
}

/** A sentence for each thing that is signed with, or that files are checked by, and is not as it must be. */
async function warnOfSigning(deps: Looked['deps'], log: Looked['log']): Promise<void> {
  const lines = await Promise.all(signingLines(deps, deps.clock.now()));
  const { createI18n } = await import('../../i18n/i18n.ts');
  const words = createI18n().en;
  for (const line of lines) {
    if (line.light === 'good' || isDoneWithout(line)) continue;
    const { name, says, todo } = healthSentence(line, words);
    log[line.light === 'now' ? 'error' : 'warn'](`${name}: ${says} ${todo}`.trim());
  }
}
