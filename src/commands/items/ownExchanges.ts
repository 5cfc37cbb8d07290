import type { Day } from '../../register/day.ts';
import type { Need } from './need.ts';

/** What an organisation's exchanges here led to in a time, as the service counts it. */
export interface ExchangesCount {
  /** What it bought, or projects with others. */
  readonly kind: Need['kind'];
  /** Both days are counted. */
  readonly from: Day;
  readonly until: Day;
  readonly deals: number;
  /** Of these, with organisations whose label holds on the last day. */
  readonly labelled: number;
  /** What the organisation itself said of their value, in francs a year; null where it said nothing. */
  readonly value: number | null;
}

/** That count, taken over as evidence for a criterion. */
export interface OwnExchanges extends ExchangesCount {
  readonly criterion: string;
  /** The sentence by which the answer names it as evidence. */
  readonly evidence: string;
  readonly by: string;
  readonly at: string;
}
