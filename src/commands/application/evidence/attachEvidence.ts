import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument, requireOffered } from './openDocument.ts';
import { type CriterionPlace, requirePlace } from './requirePlace.ts';

/** Joins a document of the library to a criterion that it proves; joined already, it stays so. What is typed there stays. */
export async function attachEvidence(
  deps: Deps,
  asker: Asker,
  input: DocumentPlace & CriterionPlace,
): Promise<void> {
  const { applicationId, offerId, criterion, document } = input;
  const { application, assessment, published } = await workingCopy(deps, asker, applicationId);
  requirePlace(published, assessment, input);
  requireOffered(await openDocument(deps, asker, input), `${criterion}.files`);
  const by = traceOf(deps, asker, application.context.organisationId);
  const edit = { part: 'files', offerId, criterion, document, joined: true } as const;
  await deps.store.editSelfAssessment(applicationId, edit, by);
}
