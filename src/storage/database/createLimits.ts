import { createHmac } from 'node:crypto';
import type { Connection } from 'mongoose';
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import {
  type LimitClass,
  type LimitRule,
  type LimitRules,
  limitRules,
  type Quota,
} from '../../commands/ports/limitRules.ts';
import { LabelError } from '../../errors.ts';
import { batchedCount } from './batchedCount.ts';

type Count = (key: string) => Promise<RateLimiterRes | undefined>;

/**
 * Counts in one collection, so that all processes count together, and in memory while the database is away. Keys are kept as
 * keyed digests: nobody reads an address or a person from them. Past a limit it throws `tooManyRequests`, which says after
 * how many seconds (`retryAfter`) there is room again.
 */
export function createLimits(connection: Connection, secret: string, rules: LimitRules = limitRules) {
  const counts = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, countOf(connection, secret, name, rule)]),
  ) as Record<LimitClass, Count>;
  return {
    rules,
    take: async (name: LimitClass, key: string): Promise<Quota | null> => {
      try {
        const counted = await counts[name](key);
        return counted ? { remaining: counted.remainingPoints, resets: secondsLeft(counted) } : null;
      } catch (refused) {
        throw refused instanceof RateLimiterRes ? tooMany(name, refused) : refused;
      }
    },
  };
}

function countOf(connection: Connection, secret: string, name: string, rule: LimitRule): Count {
  const options = { keyPrefix: name, points: rule.times, duration: rule.seconds };
  const memory = new RateLimiterMemory(options);
  if (rule.place === 'memory') return (key) => memory.consume(key);
  const limiter = new RateLimiterMongo({
    ...options,
    storeClient: collectionsOf(connection),
    tableName: 'limits',
    disableIndexesCreation: true,
    inMemoryBlockOnConsumed: rule.times + 1,
    insuranceLimiter: memory,
  });
  const count: Count = rule.batch > 1 ? batchedCount(limiter, rule.batch) : (key) => limiter.consume(key);
  return (key) => count(createHmac('sha256', secret).update(`${name}\n${key}`).digest('base64url'));
}

/** A count may be lost with a server that dies: waiting for its journal at every page would cost more than it is worth. */
function collectionsOf(connection: Connection) {
  const db = connection.getClient().db(connection.name);
  return { collection: (name: string) => db.collection(name, { writeConcern: { w: 1, j: false } }) };
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

function tooMany(limit: LimitClass, refused: RateLimiterRes): LabelError {
  const retryAfter = secondsLeft(refused);
  return new LabelError('tooManyRequests', {
    params: { limit, retryAfter, minutes: Math.ceil(retryAfter / 60), hours: wholeHours(retryAfter) },
  });
}

/** Hours to wait, where minutes would be a large number; else 0. */
function wholeHours(seconds: number): number {
  return seconds < 2 * 3600 ? 0 : Math.ceil(seconds / 3600);
}
