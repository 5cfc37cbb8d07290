import { isReviewer } from '../../policies/who.ts';
import type { AssignedReviewer } from '../../workflow/events.ts';
import { actorTowards } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Review } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnApplication } from '../take.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { openReviews } from './openReviews.ts';

/** Hands the frozen file to the reviewers who accepted. */
export async function staffApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const open = openReviews(application, await deps.store.reviewsOf(application.id));
  const accepted = open.filter((review) => review.state === 'scoring' || review.state === 'delivered');
  const event = {
    type: 'staff',
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, application.context.organisationId),
    reviewers: await Promise.all(
      accepted.map((review, i) => assignedReviewer(deps, application.context, review, i)),
    ),
  } as const;
  await deps.store.commit({ changes: [takeOnApplication(application, event, { id: deps.ids.next() })] });
}

/** What the staffing guards need to know of one who accepted. */
async function assignedReviewer(
  deps: Deps,
  { organisationId }: { readonly organisationId: string },
  review: Review,
  place: number,
): Promise<AssignedReviewer> {
  const person = found(await deps.store.person(review.context.personId));
  const all = await deps.store.reviewsBy(person.id);
  return {
    reviewId: review.id,
    personId: person.id,
    accepted: true,
    delivered: review.state === 'delivered',
    conflict: await hasConflict(deps, person, organisationId),
    competent: isReviewer(person),
    load: all.filter((other) => other.state === 'scoring').length,
    seat: place === 0 ? 'peer' : 'other',
    otherField: place === 0,
  };
}
