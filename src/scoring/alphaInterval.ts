import { groupBy } from '../groupBy.ts';
import type { Rating } from './agreement.ts';
import { krippendorffAlpha } from './krippendorffAlpha.ts';
import { ticketOf } from './lot.ts';

/** How often as many files are drawn as there are. */
const rounds = 1000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where Krippendorff's alpha lies with a confidence of 95 %, by the bootstrap of percentiles (Efron and Tibshirani, An Introduction to
 * the Bootstrap, 1993, ch. 13). Whole files are drawn, with replacement, since the levels of one file depend on each other. The lot is
 * that of the visits: the same files give the same interval. Null where fewer than 95 % of the draws have an alpha.
 */
export function alphaInterval(files: readonly (readonly (readonly Rating[])[])[]): Interval | null {
  const kinds = [...groupBy(files.flat(), (unit) => unit.join(' '))];
  const units = kinds.flatMap(([, [first]]) => (first ? [first] : []));
  const counted = files.map((pairs) => {
    const byKind = groupBy(pairs, (unit) => unit.join(' '));
    return kinds.map(([kind]) => byKind.get(kind)?.length ?? 0);
  });
  const alphas = Array.from({ length: rounds }, (_, round) => {
    const times = kinds.map(() => 0);
    for (let draw = 0; draw < counted.length; draw += 1) {
      const drawn = counted[Math.floor(ticketOf(`alpha ${round}`, String(draw)) * counted.length)] ?? [];
      drawn.forEach((count, kind) => {
        times[kind] = (times[kind] ?? 0) + count;
      });
    }
    return krippendorffAlpha(units, undefined, times).value;
  });
  const inOrder = alphas.filter((alpha) => alpha !== null).toSorted((a, b) => a - b);
  if (inOrder.length < 0.95 * rounds) return null;
  const at = (share: number) => inOrder[Math.ceil(share * inOrder.length) - 1] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
