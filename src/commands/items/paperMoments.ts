import { instantsOf } from '../../register/day.ts';
import type { PaperKind } from '../../register/papers/issuedPaper.ts';
import type { PaperContents } from './sealedPaper.ts';

type PaperMoments = { readonly [Kind in PaperKind]: (paper: PaperContents[Kind]) => string };

/** The instant that each paper is of: of what it tells, not of when it was asked for. */
export const paperMoments: PaperMoments = {
  proof: ({ snapshot }) => snapshot.at,
  file: ({ at }) => at,
  decision: ({ announcedAt }) => announcedAt,
  withdrawal: ({ decidedAt }) => decidedAt,
  agreement: ({ signed }) => signed.at,
  minutes: ({ closedAt, approvals }) =>
    [closedAt, ...approvals.map(({ at }) => at)].sort().at(-1) ?? closedAt,
  questionnaire: ({ closedAt }) => closedAt,
  // The end of the day may lie ahead.
  yearReport: ({ figures }) => instantsOf(figures.on)[0],
};
