import { createHash } from 'node:crypto';

/** A short mark of what a form shows, carried along by it: another one at saving means that someone was quicker. */
export function seenOf(shown: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(shown)) ?? '')
    .digest('base64url')
    .slice(0, 12);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
