import type { ReadingBack } from '../commands/verify/trust.ts';

/** Reads files of anyone apart; what reads them is loaded with the first one that comes. `patience` replaces the usual one (ms of work). */
export function readingBack(patience?: number): ReadingBack {
  let reading: Promise<ReadingBack> | undefined;
  return {
    read: async (bytes, keys) => {
      reading ??= import('../issuing/readBack/readBackApart.ts').then(({ readBackApart }) =>
        readBackApart(patience),
      );
      return (await reading).read(bytes, keys);
    },
  };
}
