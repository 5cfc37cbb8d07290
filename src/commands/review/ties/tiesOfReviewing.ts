import { belongsTo, ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { detectedTie } from './detectedTie.ts';

/**
 * Ties that begin when a person takes on a review: everyone of the applicant is tied to each organisation of the reviewer, over
 * on the same day, so that the time in which nobody reviews the other way round counts from the review.
 */
export async function tiesOfReviewing(
  deps: Pick<Deps, 'store' | 'clock'>,
  reviewer: Person,
  applicantOrganisationId: string,
): Promise<Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const applicants = await deps.store.peopleOf(applicantOrganisationId);
  return applicants.flatMap((applicant) =>
    ownOrganisations(reviewer)
      .filter((id) => !belongsTo(applicant, id))
      .map((organisationId) =>
        detectedTie({
          personId: applicant.id,
          organisationId,
          kind: 'crossReview',
          since: today,
          ended: today,
        }),
      ),
  );
}
