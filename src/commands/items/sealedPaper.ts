import type { PaperKind } from '../../register/papers/issuedPaper.ts';
import type { Papers } from './papers.ts';

/** The place that is kept for a seal in a paper that is drawn, before it is sealed. */
export interface SealPlace {
  /** Instant of sealing, as the seal claims it. */
  readonly at: string;
  /** Whether an authority confirms the time, for which there has to be room. */
  readonly timestamped: boolean;
  /** Where anyone checks the paper, as it is printed. */
  readonly checkedAt: string;
}

/** What each paper says, by its kind. */
export type PaperContents = { readonly [Kind in PaperKind]: Parameters<Papers[Kind]>[0] };

/** What draws papers to be sealed: each as it is, or with the place of a seal. */
export type PaperDrawers = {
  readonly [Kind in PaperKind]: (paper: PaperContents[Kind], seal?: SealPlace) => Promise<Buffer>;
};
