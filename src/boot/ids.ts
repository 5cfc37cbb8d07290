import { randomBytes, randomInt } from 'node:crypto';
import { ulid } from 'ulid';
import type { Ids } from '../commands/ports/ports.ts';

/** Ids, codes and secrets from a secure source. */
export const ids: Ids = {
  next: () => ulid(undefined, fraction),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  secret: () => randomBytes(32).toString('base64url'),
};

/** From 0 to 1. Node draws many at once; the library on its own would ask for each letter of each id. */
function fraction(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
