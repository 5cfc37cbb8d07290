import { fault, requireNoFaults } from '../../../errors.ts';
import type { Day } from '../../../register/day.ts';
import { traceOf } from '../../common/traceOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument } from './openDocument.ts';

/** First and last day that a document tells about; null where nobody says so. */
export interface Covered {
  readonly from: Day | null;
  readonly until: Day | null;
}

const [first, last] = ['1900-01-01', '2199-12-31'];

/** `invalid` for a period that ends before it begins, or lies where no paper does. */
export function requirePeriod({ from, until }: Covered): void {
  const outside = (day: Day | null) => day !== null && (day < first || day > last);
  requireNoFaults([
    ...(outside(from) ? [fault('from', 'badDate')] : []),
    ...(outside(until) ? [fault('until', 'badDate')] : []),
    ...(from !== null && until !== null && until < from ? [fault('until', 'periodReversed')] : []),
  ]);
}

/** Says which period a document tells about; its earlier revisions keep theirs. */
export async function describeEvidence(deps: Deps, asker: Asker, input: DocumentPlace & Covered) {
  const { from, until } = input;
  requirePeriod({ from, until });
  const { latest } = await openDocument(deps, asker, input);
  if (latest.from === from && latest.until === until) return;
  await deps.store.editEvidence(latest, { from, until }, traceOf(deps, asker, latest.organisationId));
}

/**
 * Offers a document no more: answers keep pointing to it, and nothing is proven by it. What was sent with it keeps it, and it
 * can be offered again.
 */
export async function withdrawEvidence(deps: Deps, asker: Asker, input: DocumentPlace): Promise<void> {
  const { latest, withdrawn } = await openDocument(deps, asker, input);
  if (withdrawn) return;
  const by = traceOf(deps, asker, latest.organisationId);
  await deps.store.editEvidence(latest, { withdrawnAt: by.at }, by);
}

/** Offers a withdrawn document again: it proves what answers still point to it for. */
export async function offerEvidenceAgain(deps: Deps, asker: Asker, input: DocumentPlace): Promise<void> {
  const { latest, withdrawn } = await openDocument(deps, asker, input);
  if (!withdrawn) return;
  await deps.store.editEvidence(latest, { withdrawnAt: null }, traceOf(deps, asker, latest.organisationId));
}
