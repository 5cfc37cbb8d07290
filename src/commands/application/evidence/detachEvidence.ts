import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DocumentPlace, openDocument } from './openDocument.ts';
import { type CriterionPlace, requirePlace } from './requirePlace.ts';

/** Takes a document from a criterion; it stays in the library and with the other criteria. Not joined, nothing changes. */
export async function detachEvidence(
  deps: Deps,
  asker: Asker,
  input: DocumentPlace & CriterionPlace,
): Promise<void> {
  const { applicationId, offerId, criterion, document } = input;
  const { application, assessment, published } = await workingCopy(deps, asker, applicationId);
  requirePlace(published, assessment, input);
  await openDocument(deps, asker, input);
  const { answers } = offerId === '' ? assessment : (offerIn(assessment.offers, offerId) ?? { answers: [] });
  const answer = answers.find((given) => given.criterion === criterion);
  if (!answer?.files?.includes(document)) return;
  const by = traceOf(deps, asker, application.context.organisationId);
  const edit = { part: 'files', offerId, criterion, document, joined: false } as const;
  await deps.store.editSelfAssessment(applicationId, edit, by);
}

function offerIn<Offer extends { readonly offerId: string }>(offers: readonly Offer[], id: string) {
  return offers.find(({ offerId }) => offerId === id);
}
