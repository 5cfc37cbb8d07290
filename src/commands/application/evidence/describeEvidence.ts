import { traceOf } from '../../common/traceOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument } from './openDocument.ts';
import { type Covered, requirePeriod } from './requirePeriod.ts';

/** Says which period a document tells about; its earlier revisions keep theirs. */
export async function describeEvidence(
  deps: Deps,
  asker: Asker,
  input: DocumentPlace & Covered,
): Promise<void> {
  const { from, until } = input;
  requirePeriod({ from, until });
  const { latest } = await openDocument(deps, asker, input);
  if (latest.from === from && latest.until === until) return;
  await deps.store.editEvidence(latest, { from, until }, traceOf(deps, asker, latest.organisationId));
}
