import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Row, Side } from '../row.ts';

/** What making certificates holds of memory: mean of bytes in use after a collection, in the first and in the last tenth of them. */
interface TenthsHeld {
  readonly first: number;
  readonly last: number;
}

const certificates = 10_000;

/** Whether memory stays flat over many certificates made by one process; measured once, in a process of its own. */
export const certificateMemory: Row = {
  n: 8,
  part: 'c',
  product: `memory held over the last tenth of ${certificates} certificates`,
  base: 'over the first tenth',
  goal: { atMost: 1.1 },
  cost: 'memory',
  open: async () => {
    const maker = fork(new URL('../servers/certificates.mjs', import.meta.url), [String(certificates)], {
      execArgv: ['--expose-gc', '--import', 'tsx'],
    });
    const [message] = (await once(maker, 'message')) as [TenthsHeld];
    const held = (bytes: number): Side => ({ slice: async () => ({ calls: 1, ms: 1, cpuMs: 1, bytes }) });
    return { base: held(message.first), product: held(message.last), close: async () => {} };
  },
};
