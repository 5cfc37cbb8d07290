import { isOtherField, placeOf, teamOf } from '../../../assignment/pair.ts';
import { unavailable } from '../../../policies/reviewer.ts';
import { isReviewer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { Sector } from '../../../register/sector.ts';
import type { AssignedReviewer } from '../../../workflow/events.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { applicationOf, type FileInput } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { openReviews } from '../../file/reviewStage.ts';
import type { Review } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { loadsOf, pairRuleOf, wantedOf } from './candidateOf.ts';

/** Hands the frozen file to the reviewers who accepted; a substitute who accepted takes the place that another left. */
export async function staffApplication(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const application = await applicationOf(deps, input);
  const eventMeta = await eventMetaOn(deps, asker, application);
  const open = openReviews(application, await deps.store.reviewsOf(application.id));
  const { sector } = await wantedOf(deps, application);
  const today = dayOf(eventMeta.at);
  const accepted = open.filter(isAccepted).map((review) => memberOf(deps, review, { sector, today }));
  const { team } = teamOf(await Promise.all(accepted), pairRuleOf(deps, application));
  const event = { type: 'staff', ...eventMeta, reviewers: team.map(({ assigned }) => assigned) } as const;
  await deps.store.commit([applyToApplication(deps, application, event)]);
}

/** Whether the person accepted the file: they score it, or did. */
function isAccepted({ state }: Pick<Review, 'state'>): boolean {
  return state === 'scoring' || state === 'delivered';
}

/** A reviewer as the staffing guards need to know them. */
async function memberOf(
  deps: Deps,
  { id, context, organisationId, state, substitute }: Review,
  { sector, today }: { readonly sector: Sector | null; readonly today: string },
) {
  const person = requireVisible(await deps.store.person(context.personId));
  const profile = await deps.store.reviewer(person.id);
  const seated = { seat: profile?.seat ?? null, sector: profile?.sector ?? null };
  const loads = await loadsOf(deps, [person.id]);
  const delivered = state === 'delivered';
  const assigned: AssignedReviewer = {
    reviewId: id,
    personId: person.id,
    accepted: isAccepted({ state }),
    delivered,
    conflict: await hasConflict(deps, person, organisationId),
    competent: isReviewer(person) && unavailable(profile, today) === null,
    load: loads.get(person.id)?.scoring ?? 0,
    seat: seated.seat === 'peer' ? 'peer' : 'other',
    otherField: seated.seat === 'peer' && isOtherField(seated, sector),
  };
  return { assigned, place: placeOf(seated, sector), delivered, substitute };
}
