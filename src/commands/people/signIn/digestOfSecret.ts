import { createHash } from 'node:crypto';

/** What is kept of a secret of 32 random bytes: long enough that a plain sha-256 tells nothing. */
export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
