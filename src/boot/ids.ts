import { randomBytes, randomInt } from 'node:crypto';
import { ulid } from 'ulid';
import type { Ids } from '../commands/ports/ports.ts';

/** Ids, codes and secrets from a secure source. */
export const ids: Ids = {
  // Digits from Node's pool: by itself the package asks the system for each (row 4 of docs/performance.md).
  next: () => ulid(undefined, () => randomInt(32) / 32),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  secret: () => randomBytes(32).toString('base64url'),
};
