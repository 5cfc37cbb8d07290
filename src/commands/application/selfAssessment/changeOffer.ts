import type { Offer } from '../../../criteria/offer.ts';
import { requirePrintable } from '../../common/nameFaults.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * Changes what an offer says of itself in the working copy; its figures and answers stay. `stale` where it is not any
 * more as it was read `before`, if that is said.
 */
export async function changeOffer(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly offer: Offer; readonly before?: Offer },
): Promise<void> {
  const { applicationId, offer, before } = input;
  const { application, assessment } = await workingCopy(deps, asker, applicationId);
  requireVisible(assessment.offersNamed.find(({ id }) => id === offer.id));
  requirePrintable('name', offer.name);
  const edit = { part: 'offer', offer, ...(before && { before }) } as const;
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(applicationId, edit, by);
}
