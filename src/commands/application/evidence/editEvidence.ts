import { fault, requireNoFaults } from '../../../errors.ts';
import type { Day } from '../../../register/day.ts';
import { traceOf } from '../../common/traceOf.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument } from './openDocument.ts';

/** The period that a document covers. */
export type Covered = Pick<Evidence, 'from' | 'until'>;

const [first, last] = ['1900-01-01', '2199-12-31'];

/** `invalid` for a period that ends before it begins, or is out of range. */
export function requirePeriod({ from, until }: Covered): void {
  const outside = (day: Day | null) => day !== null && (day < first || day > last);
  requireNoFaults([
    ...(outside(from) ? [fault('from', 'badDate')] : []),
    ...(outside(until) ? [fault('until', 'badDate')] : []),
    ...(from !== null && until !== null && until < from ? [fault('until', 'periodReversed')] : []),
  ]);
}

/** Sets the period that a document covers; its earlier revisions keep theirs. */
export async function describeEvidence(deps: Deps, asker: Asker, input: DocumentPlace & Covered) {
  const { from, until } = input;
  requirePeriod(input);
  const { latest } = await openDocument(deps, asker, input);
  if (latest.from === from && latest.until === until) return;
  await deps.store.editEvidence(latest, { from, until }, traceOf(deps, asker, latest.organisationId));
}

/**
 * Withdraws a document, or offers it again. While it is withdrawn, answers keep pointing to it but it proves nothing; what was
 * sent with it keeps it.
 */
export async function offerEvidence(deps: Deps, asker: Asker, input: DocumentPlace & { offered: boolean }) {
  const { latest, withdrawn } = await openDocument(deps, asker, input);
  if (withdrawn !== input.offered) return;
  const by = traceOf(deps, asker, latest.organisationId);
  await deps.store.editEvidence(latest, { withdrawnAt: input.offered ? null : by.at }, by);
}
