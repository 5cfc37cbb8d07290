import { LabelError, refuseFor, refuseWith } from '../../../errors.ts';
import { isModeration } from '../../../policies/reviewTask.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dueAfter } from '../../../register/calendar.ts';
import type { StoredReview } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { type EventMeta, eventMetaOn, requireDuty, systemActor } from '../../common/actor.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { assignmentOf } from './assignmentOf.ts';
import { suggestReviewers } from './suggestReviewers.ts';

/**
 * Invites a person to review a file that looks for its reviewers; each is asked once. Once the team is complete, one more is
 * asked as a substitute, who replaces whoever drops out. Of a file whose reviews diverge, invites the one person who
 * settles them. Gives the review's id.
 */
export async function inviteReviewer(deps: Deps, asker: Asker, input: FileRef & { personId: string }) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const application = requireVisible(await deps.store.application(input.applicationId));
  const person = requireVisible(await deps.store.person(input.personId));
  refuseFor({ wrongState: !looksForPeople(application) });
  const eventMeta = await eventMetaOn(deps, asker, application);
  requireDuty(eventMeta.actor, application.id, 'application.invite');
  refuseFor({ invitesOthers: person.id === asker.id });
  const { team, rule, people } = await assignmentOf(deps, application, [person]);
  refuseWith(people.flatMap(({ blockers }) => blockers));
  const ids = { review: deps.ids.next(), invited: deps.ids.next(), noted: deps.ids.next() };
  const invited = { ...eventMeta, personId: person.id, substitute: team.length >= rule.size, ids };
  await deps.store.commit(invitation(deps, application, invited));
  return ids.review;
}

/** Whether a file waits for people to be invited. */
export function looksForPeople({ state }: Pick<Application, 'state'>): boolean {
  return state === 'assignment' || state === 'moderation';
}

/**
 * After someone dropped out of a file that looks for its reviewers, or for who settles their reviews, invites the best fit who
 * was never asked for it, as the service itself. `recordId` is the line that says so: run twice for one line, it invites once.
 */
export async function inviteNext(deps: Deps, reviewId: string, recordId: string): Promise<void> {
  if (!deps.procedure.nextCandidate) return;
  const store = deps.store.seenBy(everything);
  const review = requireVisible(await store.review(reviewId));
  await retryOnConflict(async () => {
    const application = requireVisible(await store.application(review.context.applicationId));
    if (application.state !== (isModeration(review) ? 'moderation' : 'assignment')) return;
    const { team, rule, suggestions } = await suggestReviewers({ ...deps, store }, application);
    const next = suggestions.find(({ blockers, asked }) => blockers.length === 0 && !asked);
    if (next === undefined || team.length >= rule.size) return;
    const eventMeta = { at: deps.clock.now().toISOString(), actor: systemActor };
    const ids = { review: deps.ids.next(), invited: `${recordId}-invited`, noted: `${recordId}-noted` };
    const invited = { ...eventMeta, personId: next.person.id, substitute: false, ids };
    await store.commit(invitation(deps, application, invited));
  });
}

interface Invited extends EventMeta {
  readonly personId: string;
  /** Whether the person waits for a place that becomes free. */
  readonly substitute: boolean;
  /** Ids of the review and of its two lines, made before the first try. */
  readonly ids: { readonly review: string; readonly invited: string; readonly noted: string };
}

/** What an invitation writes: the review, and a line on the file, so that of two invitations at the same time one is stale. */
function invitation(deps: Pick<Deps, 'schemes'>, application: Application, invited: Invited): Change[] {
  const { at, actor, personId, substitute, ids } = invited;
  const { organisationId, criteriaVersion } = application.context;
  const { process } = schemeOf(deps, criteriaVersion).scheme;
  const stored: StoredReview = {
    machineVersion: currentVersion.review,
    state: 'invited',
    context: {
      reviewId: ids.review,
      applicationId: application.id,
      personId,
      dueAt: dueAfter(at, process.invitationDays),
      ...(application.state === 'moderation' && { task: 'moderation' as const }),
    },
  };
  const after = { id: ids.review, ...stored, organisationId, invitedAt: at, substitute, scores: [] };
  const event = { at, actor, event: null } as const;
  const record = { ...event, id: ids.invited, facts: ['review.invited'], data: { stored } } as const;
  const note = { ...event, id: ids.noted, facts: [], data: { invited: ids.review } } as const;
  return [
    { kind: 'reviews', before: null, after, record },
    { kind: 'applications', before: application, after: application, record: note },
  ];
}
