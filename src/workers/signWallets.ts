import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { signNext } from '../commands/label/wallet/signForWallets.ts';

/** How long (ms) to wait when nothing is to be signed, or something failed. */
const idleMs = 250;

/** Signs what wallets wait for until it is stopped: beside the outbox, because somebody with a phone in hand stands behind it. */
export function signWallets(
  deps: Parameters<typeof signNext>[0],
  log: Pick<Logger, 'error'>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const signed = await signNext(deps).catch((err: unknown) => {
        log.error({ err }, 'nothing could be signed for a wallet; trying again');
        return false;
      });
      if (!signed) await pause(idleMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
