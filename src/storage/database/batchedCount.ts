import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** Most keys that are counted in memory; beyond that every call asks the shared limiter. */
const max = 10_000;

/**
 * Counts in memory and passes whole batches to the shared limiter: a twentieth of the writes, for a limit that each process may
 * exceed by less than a batch. While a key is refused, every call asks the limiter, which answers from memory.
 */
export function batchedCount(
  limiter: RateLimiterAbstract,
  batch: number,
): (key: string) => Promise<RateLimiterRes | undefined> {
  const waiting = new Map<string, number>();
  const refused = new Set<string>();
  return async (key) => {
    const count = (waiting.get(key) ?? 0) + 1;
    if (count < batch && !refused.has(key) && waiting.size < max) {
      waiting.set(key, count);
      return undefined;
    }
    waiting.delete(key);
    try {
      const counted = await limiter.consume(key, count);
      refused.delete(key);
      return counted;
    } catch (error) {
      if (refused.size < max) refused.add(key);
      throw error;
    }
  };
}
