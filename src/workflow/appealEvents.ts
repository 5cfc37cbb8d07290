import type { Occurred } from './occurred.ts';

/** Someone who is asked to judge an appeal, as its machine needs to know them. */
export interface Panelist {
  readonly personId: string;
  readonly member: boolean;
  /** Screened, scored, settled, recommended or decided on the file. */
  readonly tookPart: boolean;
  readonly conflict: boolean;
}

/** How a panel can settle an appeal. */
export const appealOutcomes = ['uphold', 'partlyUphold', 'dismiss'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

interface Judged {
  readonly reason: string;
  /** Those of the panel who were for it, as one of them entered it for all: before the machine's second version only. */
  readonly concurring?: readonly string[];
}

/** What can happen to an appeal. */
export type AppealEvent = Occurred &
  (
    | { readonly type: 'admit'; readonly reason: string; readonly tookPart: boolean }
    | { readonly type: 'declareInadmissible'; readonly reason: string; readonly tookPart: boolean }
    | { readonly type: 'formPanel'; readonly panel: readonly Panelist[] }
    | { readonly type: 'conflictFound'; readonly personId: string }
    | { readonly type: 'grantStay'; readonly reason: string }
    | { readonly type: 'liftStay'; readonly reason: string }
    | { readonly type: 'vote'; readonly choice: AppealOutcome }
    | ({ readonly type: 'uphold' } & Judged)
    | ({ readonly type: 'partlyUphold' } & Judged)
    | ({ readonly type: 'dismiss' } & Judged)
  );
