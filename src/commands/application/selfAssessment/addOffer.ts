import type { Described } from '../../../criteria/offer.ts';
import { LabelError } from '../../../errors.ts';
import { requirePrintable } from '../../common/nameFaults.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** More than any applicant offers: what a label covers is read, offer by offer, by people. */
export const maxOffers = 50;

/** Adds a good or service to the working copy of an application; twice with the same `once` adds one. Gives its id. */
export async function addOffer(
  deps: Deps,
  asker: Asker,
  input: Described & { readonly applicationId: string; readonly once?: string | undefined },
): Promise<string> {
  const { applicationId, once, ...described } = input;
  const id = once ?? deps.ids.next();
  await retryOnConflict(async () => {
    const { application, assessment } = await workingCopy(deps, asker, applicationId);
    requirePrintable('name', described.name);
    const { offersNamed } = assessment;
    if (offersNamed.length >= maxOffers && !offersNamed.some((offer) => offer.id === id)) {
      throw new LabelError('refused', { reasons: ['offersEnough'] });
    }
    const edit = { part: 'offer', offer: { id, ...described }, max: maxOffers } as const;
    const by = traceOf(deps, asker, application.context.organisationId);
    await deps.store.editSelfAssessment(applicationId, edit, by);
  });
  return id;
}
