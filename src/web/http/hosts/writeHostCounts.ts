import pLimit from 'p-limit';
import type { BadgeHosts } from '../../../commands/ports/registerPorts.ts';
import type { HostCounts } from './hostCounts.ts';

/** How often (milliseconds) counts are written: a process that dies loses as much. */
const pauseMs = 60_000;

interface WriteParts {
  readonly counts: Pick<HostCounts, 'take' | 'takeBack'>;
  readonly store: Pick<BadgeHosts, 'numbersInRegister' | 'addBadgeHosts'>;
  /** Called with the reason when nothing could be written, once until writing works again. */
  readonly report: (error: unknown) => void;
}

/** Writes what was counted of labels in the register, every minute and at `stop`; what cannot be written waits for the next time. */
export function writeHostCounts({ counts, store, report }: WriteParts) {
  const inTurn = pLimit(1);
  let reported = false;
  const writeAll = async () => {
    const left = counts.take();
    if (left.length === 0) return;
    try {
      const known = new Set(await store.numbersInRegister([...new Set(left.map(({ number }) => number))]));
      for (let next = left.at(-1); next; next = left.at(-1)) {
        if (known.has(next.number)) await store.addBadgeHosts(next);
        left.pop();
      }
      reported = false;
    } catch (error) {
      counts.takeBack(left);
      if (!reported) report(error);
      reported = true;
    }
  };
  const write = () => inTurn(writeAll);
  const timer = setInterval(write, pauseMs).unref();
  return {
    write,
    stop: () => {
      clearInterval(timer);
      return write();
    },
  };
}
