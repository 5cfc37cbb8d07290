import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { growLog, type LogDeps } from '../commands/transparency/growLog.ts';
import { inTime } from '../inTime.ts';

/** How long to wait until the next look for entries that wait (ms): what nobody waits for has its place after that. */
const idleMs = 1000;
/** Longer than any look takes. */
const timeoutMs = 60_000;

/** Lets the public log grow until it is stopped; `stop` waits for the look that runs. */
export function startLog(deps: LogDeps, log: Pick<Logger, 'error'>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let said = '';
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await inTime('the public log', growLog(deps), timeoutMs).then(
        () => {
          said = '';
        },
        (error: unknown) => {
          // Said once, not each second.
          if (String(error) !== said) log.error({ err: error }, 'the public log cannot grow; trying again');
          said = String(error);
        },
      );
      await pause(idleMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
