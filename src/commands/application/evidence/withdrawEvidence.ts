import { traceOf } from '../../common/traceOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument } from './openDocument.ts';

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
