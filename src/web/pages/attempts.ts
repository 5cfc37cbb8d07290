import { LabelError } from '../../errors.ts';

/** Tries that were counted, by key. */
export interface Attempts {
  /** Counts one more; `tooManyRequests` past the limit. */
  readonly count: (key: string, now: Date) => void;
  readonly forget: (key: string) => void;
}

/** How many keys are remembered before those whose time is over are put away. */
const many = 10_000;

/** Counts tries in a window of time from the first of them. Kept in memory: each process counts its own. */
export function createAttempts(limit: number, windowMs: number): Attempts {
  const counts = new Map<string, { readonly until: number; tries: number }>();
  return {
    count: (key, now) => {
      const time = now.getTime();
      if (counts.size > many) {
        for (const [old, { until }] of counts) if (until <= time) counts.delete(old);
      }
      const known = counts.get(key);
      const count = known && known.until > time ? known : { until: time + windowMs, tries: 0 };
      count.tries += 1;
      counts.set(key, count);
      if (count.tries > limit) throw new LabelError('tooManyRequests');
    },
    forget: (key) => {
      counts.delete(key);
    },
  };
}
