import { createHash } from 'node:crypto';

const [second, minute, hour] = [1000, 60_000, 3_600_000];

/** How long (milliseconds) after each failed try the next one comes, as the Standard Webhooks specification suggests: three days in all. */
const waits = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** Tries of one event before its subscription is paused: the first one, and one after each wait. */
export const maxTries = waits.length + 1;

/** The longest time that a receiver may ask for by `Retry-After`. */
const maxAsked = 24 * hour;

/**
 * How long to wait after a number of failed tries, never less than the receiver asked for; null once it was tried often enough. Up to
 * a tenth is added, another one for each `seed`, so that what failed together is not tried together.
 */
export function waitAfter(tries: number, seed: string, askedMs = 0): number | null {
  const wait = waits[tries - 1];
  if (wait === undefined) return null;
  const jitter = createHash('sha256').update(`${seed} ${tries}`).digest().readUInt16BE() / 0xffff;
  return Math.round(Math.max(wait * (1 + jitter / 10), Math.min(askedMs, maxAsked)));
}
