import { LabelError } from '../../errors.ts';
import { isOfficer, isReviewer } from '../../policies/who.ts';
import { addWorkingDays } from '../../register/calendar.ts';
import { dayOf } from '../../register/day.ts';
import { endOfDay } from '../../register/endOfDay.ts';
import type { StoredReview } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import { actorTowards } from '../actor.ts';
import { found } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { schemeOf } from '../schemeOf.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { openReviews } from './openReviews.ts';

/** Invites a person to review a file that looks for its reviewers; each is asked once. Gives the review's id. */
export async function inviteReviewer(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly personId: string },
): Promise<string> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const application = found(await deps.store.application(input.applicationId));
  const person = found(await deps.store.person(input.personId));
  if (application.state !== 'assignment') throw new LabelError('refused', { reasons: ['wrongState'] });
  const { organisationId } = application.context;
  const open = openReviews(application, await deps.store.reviewsOf(application.id));
  const reasons = [
    ...(isReviewer(person) && person.removedAt === null ? [] : ['competent']),
    ...((await hasConflict(deps, person, organisationId)) ? ['noConflict'] : []),
    ...(application.context.earlierPeople.includes(person.id) ? ['newToThisFile'] : []),
    ...(open.some((r) => r.context.personId === person.id) ? ['alreadyInvited'] : []),
    ...(open.length >= application.context.limits.reviewers ? ['enoughInvited'] : []),
  ];
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const at = deps.clock.now().toISOString();
  const { process } = schemeOf(deps, application.context.criteriaVersion).scheme;
  const id = deps.ids.next();
  const stored: StoredReview = {
    machineVersion: currentVersion.review,
    state: 'invited',
    context: {
      reviewId: id,
      applicationId: application.id,
      personId: person.id,
      dueAt: endOfDay(addWorkingDays(dayOf(at), process.invitationDays)),
    },
  };
  const record = { at, actor: actorTowards(asker, organisationId), event: null } as const;
  const invited = { ...record, id: deps.ids.next(), facts: ['review.invited'], data: { stored } } as const;
  const noted = { ...record, id: deps.ids.next(), facts: [], data: { invited: id } };
  await deps.store.commit({
    changes: [
      {
        kind: 'reviews',
        before: null,
        after: { id, ...stored, organisationId, invitedAt: at, scores: [] },
        record: invited,
      },
      // The file's revision rises with each invitation: of two at the same time, one is stale.
      { kind: 'applications', before: application, after: application, record: noted },
    ],
  });
  return id;
}
