import pLimit from 'p-limit';
import type { CodeHasher } from '../commands/ports/accessPorts.ts';
import { LabelError } from '../errors.ts';

/** Loaded when somebody signs in, because a start does without. */
const argon2 = () => import('@node-rs/argon2');

/** OWASP's second choice for argon2id, KiB and passes: a code lives ten minutes and is tried five times, it needs no more. */
const moderate = { memoryCost: 19_456, timeCost: 2 };
/** Half of the threads that Node has for such work; the others go on reading files and packing answers. */
const atOnce = 2;
/** Who would wait longer than a few seconds had better ask again. */
const maxWaiting = 200;

/** Digests by argon2id in the thread pool, few at once; `tooManyRequests` when too many wait already. */
export function createCodeHasher(cost = moderate): CodeHasher {
  const limit = pLimit(atOnce);
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= maxWaiting) {
      throw new LabelError('tooManyRequests', { params: { retryAfter: 10, minutes: 1, hours: 0 } });
    }
    return limit(work);
  };
  return {
    hash: (code) => inTurn(async () => (await argon2()).hash(code, cost)),
    matches: (known, code) => inTurn(async () => (await argon2()).verify(known, code)),
  };
}
