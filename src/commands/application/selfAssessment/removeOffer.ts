import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Takes an offer out of the working copy, with its figures and answers; what was submitted keeps it. */
export async function removeOffer(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly offerId: string },
): Promise<void> {
  const { applicationId, offerId } = input;
  const { application, assessment } = await workingCopy(deps, asker, applicationId);
  requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(applicationId, { part: 'removeOffer', offerId }, by);
}
