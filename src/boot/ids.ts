import { randomBytes, randomInt } from 'node:crypto';
import { ulid } from 'ulid';
import type { Ids } from '../commands/ports/ports.ts';

/** Ids, codes and secrets from a secure source. */
export const ids: Ids = {
  next: () => ulid(),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  secret: () => randomBytes(32).toString('base64url'),
};
