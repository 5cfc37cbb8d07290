import type { Day } from '../../register/day.ts';
import type { Sector } from '../../register/sector.ts';

/** What everybody reads of a year, as it was published. Null stands for a number that is too small to be told. */
export type YearFigures = {
  /** The last day that is counted: that of the year, once it is over. */
  readonly on: Day;
  /** Labels that are valid on that day, and what they cover. */
  readonly register: { readonly labels: number; readonly offers: number; readonly communes: number };
  /** Of the labels whose holders show their scores. */
  readonly themes: readonly { readonly theme: string; readonly average: number; readonly labels: number }[];
  readonly exchanges: Readonly<Record<ExchangeFigure, number | null>>;
  /** Deals by the sector of who looked for something and of who has it, most first. */
  readonly flows: readonly Flow[];
  /** Deals of the organisations of a sector that made one, either way. */
  readonly medians: readonly {
    readonly sector: Sector;
    readonly median: number;
    readonly organisations: number;
  }[];
};

type ExchangeFigure = 'needs' | 'found' | 'conversations' | 'deals' | 'value';

export interface Flow {
  readonly buyer: Sector | null;
  readonly seller: Sector | null;
  readonly deals: number;
}
