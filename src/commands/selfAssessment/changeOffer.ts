import { found } from '../found.ts';
import type { Offer } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { requirePrintable } from '../requirePrintable.ts';
import { traceOf } from '../traceOf.ts';
import { workingCopy } from './workingCopy.ts';

/** Changes name, type and sheet of an offer in the working copy; its figures and answers stay. */
export async function changeOffer(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly offer: Offer },
): Promise<void> {
  const { applicationId, offer } = input;
  const { application, assessment } = await workingCopy(deps, asker, applicationId);
  found(assessment.offersNamed.find(({ id }) => id === offer.id));
  requirePrintable('name', offer.name);
  const { id, name, type, sheet } = offer;
  const edit = { part: 'offer', offer: { id, name, type, sheet } } as const;
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(applicationId, edit, by);
}
