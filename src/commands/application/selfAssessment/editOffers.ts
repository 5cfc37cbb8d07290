import type { Described, Offer } from '../../../criteria/offer.ts';
import { refuseFor } from '../../../errors.ts';
import { requirePrintable } from '../../common/nameFaults.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
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
    const { assessment, edit } = await workingCopy(deps, asker, applicationId);
    requirePrintable('name', described.name);
    const { offersNamed } = assessment;
    const known = offersNamed.some((offer) => offer.id === id);
    refuseFor({ offersEnough: !known && offersNamed.length >= maxOffers });
    await edit({ part: 'offer', offer: { id, ...described }, max: maxOffers });
  });
  return id;
}

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
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  requireVisible(assessment.offersNamed.find(({ id }) => id === offer.id));
  requirePrintable('name', offer.name);
  await edit({ part: 'offer', offer, ...(before && { before }) });
}

/** Takes an offer out of the working copy, with its figures and answers; what was submitted keeps it. */
export async function removeOffer(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly offerId: string },
): Promise<void> {
  const { applicationId, offerId } = input;
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  await edit({ part: 'removeOffer', offerId });
}
