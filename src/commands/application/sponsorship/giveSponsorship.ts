import { LabelError } from '../../../errors.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { linesOfTies } from '../../review/ties/linesOfTies.ts';
import { tiesOfSponsoring } from '../../review/ties/tiesOfSponsoring.ts';
import { labelInForce } from './labelInForce.ts';
import { keepAnswer, ownSponsorship } from './ownSponsorship.ts';
import { isSponsorable } from './sponsorable.ts';

/**
 * The holder gives its word for an application, while its label holds and the file is not decided. From then on none of its
 * people takes part in that file.
 */
export async function giveSponsorship(
  deps: Deps,
  asker: Asker,
  input: { readonly sponsorshipId: string; readonly note: string },
): Promise<void> {
  // Who it concerns may change meanwhile in what has nothing to do with this: it is done anew then.
  return retryOnConflict(async () => {
    const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'asked');
    const { sponsorship, application, store } = own;
    if (!isSponsorable(application)) throw new LabelError('refused', { reasons: ['sponsorshipTooLate'] });
    if (!(await labelInForce(deps, sponsorship.labelNumber))) {
      throw new LabelError('refused', { reasons: ['ownLabelNotInForce'] });
    }
    const at = deps.clock.now().toISOString();
    const people = await store.peopleOf(sponsorship.sponsorId);
    const ties = tiesOfSponsoring(people, { ...sponsorship, answeredAt: at });
    const also = await linesOfTies({ ...deps, store }, ties, { at, fact: 'tie.detected' });
    const answer = {
      ...sponsorship,
      state: 'given',
      note: input.note,
      answeredAt: at,
      by: asker.id,
    } as const;
    await keepAnswer(deps, asker, own, answer, { at, fact: 'sponsorship.given', also, ties });
  });
}
