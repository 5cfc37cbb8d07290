import type { ReadingBack } from '../commands/verify/trust.ts';

/** Reads files of anyone apart; what reads them is loaded with the first one that comes. `timeoutMs` replaces the usual one (ms of work). */
export function readingBack(timeoutMs?: number): ReadingBack {
  let reading: Promise<ReadingBack> | undefined;
  return {
    read: async (bytes, keys) => {
      reading ??= import('../issuing/readBack/readBackInThread.ts').then(({ readBackInThread }) =>
        readBackInThread(timeoutMs),
      );
      return (await reading).read(bytes, keys);
    },
  };
}
