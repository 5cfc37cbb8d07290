import { traceOf } from '../../common/traceOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument } from './openDocument.ts';

/** Offers a withdrawn document again: it proves what answers still point to it for. */
export async function offerEvidenceAgain(deps: Deps, asker: Asker, input: DocumentPlace): Promise<void> {
  const { latest, withdrawn } = await openDocument(deps, asker, input);
  if (!withdrawn) return;
  await deps.store.editEvidence(latest, { withdrawnAt: null }, traceOf(deps, asker, latest.organisationId));
}
