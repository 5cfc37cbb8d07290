import type { PublishedScheme } from '../../../src/criteria/scheme.ts';
import { realScheme } from './realScheme.ts';

/** A version that opens in July 2027, of which nobody passes a renewal: 99 points, and another weight of the first criterion. */
export function comingScheme(status: 'draft' | 'published'): PublishedScheme {
  const published = realScheme();
  const { thresholds, criteria } = published.scheme;
  const renewal = { overall: 99, themeFloor: 0 };
  return {
    ...published,
    scheme: {
      ...published.scheme,
      version: '1.2.0',
      status,
      opensOn: '2027-07-01',
      thresholds: { ...thresholds, organisation: { ...thresholds.organisation, renewal } },
      criteria: criteria.map((one, i) => (i === 0 ? { ...one, weight: one.weight === 4 ? 3 : 4 } : one)),
    },
  };
}
