import { type Fault, fault, LabelError } from '../../../errors.ts';
import type { Day } from '../../../register/day.ts';

/** First and last day that a document tells about; null where nobody says so. */
export interface Covered {
  readonly from: Day | null;
  readonly until: Day | null;
}

const [first, last] = ['1900-01-01', '2199-12-31'];

/** `invalid` for a period that ends before it begins, or lies where no paper does. */
export function requirePeriod({ from, until }: Covered): void {
  const outside = (day: Day | null) => day !== null && (day < first || day > last);
  const faults: Fault[] = [
    ...(outside(from) ? [fault('from', 'badDate')] : []),
    ...(outside(until) ? [fault('until', 'badDate')] : []),
    ...(from !== null && until !== null && until < from ? [fault('until', 'periodReversed')] : []),
  ];
  if (faults.length > 0) throw new LabelError('invalid', { faults });
}
