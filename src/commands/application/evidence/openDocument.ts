import { invalid } from '../../../errors.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { documentsOf, type EvidenceDocument, oldestCounting } from '../../file/documentsOf.ts';
import { openApplication } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Where a document is, by its id. */
export interface DocumentPlace extends FileRef {
  readonly document: string;
}

/**
 * A document of an application for whoever may change it now; `refused` when the application no longer accepts files, and
 * `notFound` for one of another application.
 */
export async function openDocument(deps: Deps, asker: Asker, { applicationId, document }: DocumentPlace) {
  await openApplication(deps, asker, applicationId);
  const evidence = await deps.store.evidenceOf(applicationId);
  const documents = documentsOf(evidence, oldestCounting(deps));
  return requireVisible(documents.find(({ id }) => id === document));
}

/** Refuses work with a withdrawn document, by its name. */
export function requireOffered({ latest, withdrawn }: EvidenceDocument, field: string): void {
  if (withdrawn) throw invalid(field, 'documentWithdrawn', { name: latest.name });
}
