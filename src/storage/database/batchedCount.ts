import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** Most keys that wait for their batch; beyond that everything is reported as changed. */
const max = 10_000;

/**
 * Counts a batch in memory and tells it to the shared limiter at once: a twentieth of the writes, for a limit that each
 * process may pass by less than a batch. While a key is refused, every try is asked of the limiter, which knows that by heart.
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
