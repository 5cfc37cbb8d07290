import type { Described, Offer } from '../../../criteria/offer.ts';
import { refuseFor } from '../../../errors.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requirePrintable } from '../../common/nameFaults.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** More than any applicant offers: what a label covers is read, offer by offer, by people. */
export const maxOffers = 50;

type AddedOffer = Described & FileRef & { readonly once?: string | undefined };
type ChangedOffer = FileRef & { readonly offer: Offer; readonly before?: Offer };

/** Adds a good or service to the working copy of an application; twice with the same `once` adds one. Gives its id. */
export async function addOffer(deps: Deps, asker: Asker, input: AddedOffer): Promise<string> {
  const { applicationId, once, ...described } = input;
  const id = once ?? deps.ids.next();
  await retryOnConflict(async () => {
    const { assessment, edit } = await offersCopy(deps, asker, applicationId);
    requirePrintable('name', described.name);
    const others = assessment.offersNamed.filter((offer) => offer.id !== id);
    refuseFor({ offersEnough: others.length >= maxOffers });
    await edit({ part: 'offer', offer: { id, ...described }, max: maxOffers });
  });
  return id;
}

/** Changes the description of an offer in the working copy; `stale` where it is no longer as it was read (`before`, if given). */
export async function changeOffer(deps: Deps, asker: Asker, input: ChangedOffer): Promise<void> {
  const { applicationId, offer, before } = input;
  const { assessment, edit } = await offersCopy(deps, asker, applicationId);
  requireVisible(assessment.offersNamed.find(({ id }) => id === offer.id));
  requirePrintable('name', offer.name);
  await edit({ part: 'offer', offer, ...(before && { before }) });
}

/** Removes an offer from the working copy, with its figures and answers; what was submitted keeps it. */
export async function removeOffer(deps: Deps, asker: Asker, input: FileRef & { offerId: string }) {
  const { applicationId, offerId } = input;
  const { assessment, edit } = await offersCopy(deps, asker, applicationId);
  requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  await edit({ part: 'removeOffer', offerId });
}

/** The working copy, where its offers are the applicant's to name: a reconsideration is about those that the label covers. */
async function offersCopy(deps: Deps, asker: Asker, applicationId: string) {
  const copy = await workingCopy(deps, asker, applicationId);
  refuseFor({ offersFixed: copy.application.context.kind === 'reconsideration' });
  return copy;
}
