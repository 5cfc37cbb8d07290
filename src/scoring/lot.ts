import { createHash } from 'node:crypto';

/**
 * The ticket of a file in the draw for a visit, from 0 up to but not including 1: the first 52 bits of the sha-256 of its seed,
 * a colon and its id, over 2^52. The seed is drawn when the file is found admissible and kept with it and in the journal, so
 * that anyone can compute the ticket again.
 */
export function ticketOf(seed: string, applicationId: string): number {
  const digest = createHash('sha256').update(`${seed}:${applicationId}`).digest('hex');
  return Number.parseInt(digest.slice(0, 13), 16) / 2 ** 52;
}
