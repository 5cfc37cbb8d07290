import type { TimedStep } from '../../policies/stepTargets.ts';
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
  /** How applications were dealt with; absent of what was published before this was counted. */
  readonly procedure?: ProcedureFigures;
};

type ExchangeFigure = 'needs' | 'found' | 'conversations' | 'deals' | 'value';

export interface Flow {
  readonly buyer: Sector | null;
  readonly seller: Sector | null;
  readonly deals: number;
}

/** Facts of an application that are counted, in their order. */
export const filePassages = ['begun', 'sent', 'admitted', 'evaluated', 'decided', 'granted'] as const;
export type FilePassage = (typeof filePassages)[number];

/**
 * Counts are in steps of five, and everything else is counted over whole fives: the first ones of the year, or those of the twelve
 * months before (wholeGroups).
 */
export interface ProcedureFigures {
  /** Of the applications that were decided in the twelve months before, in working days; null where they are too few. */
  readonly steps: readonly {
    readonly step: TimedStep;
    readonly target: number;
    readonly took: TookDays | null;
  }[];
  /** How many applications came so far in the year. */
  readonly files: Readonly<Record<FilePassage, number | null>>;
  /** Of the applications that were decided in the year, of how many in a hundred the points of a theme reach its floor. */
  readonly floors: readonly { readonly theme: string; readonly reached: number; readonly files: number }[];
  /** Krippendorff's alpha over the evaluations of applications that were decided in the twelve months before. */
  readonly agreement: {
    readonly alpha: number;
    readonly files: number;
    /** Where it lies with a confidence of 95 %; absent of what was published before this was computed. */
    readonly interval?: { readonly low: number; readonly high: number } | null;
  } | null;
  readonly complaints: {
    readonly received: number | null;
    readonly answered: number | null;
    /** Of these, how many in a hundred by their last day. */
    readonly inTime: number | null;
  };
}

/** Half took at most `median`, nine in ten at most `ninth`. */
export interface TookDays {
  readonly median: number;
  readonly ninth: number;
  readonly files: number;
}
