import { addWorkingDays } from '../../../register/calendar.ts';
import { dayOf } from '../../../register/day.ts';
import { endOfDay } from '../../../register/endOfDay.ts';
import type { StoredReview } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import type { FileActor } from '../../common/actor.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

interface Said {
  readonly at: string;
  readonly actor: FileActor;
  readonly personId: string;
  /** Whether the person waits for a place that falls free. */
  readonly substitute: boolean;
  /** Ids of the review and of its two lines, made before the first try. */
  readonly ids: { readonly review: string; readonly invited: string; readonly noted: string };
}

/** What an invitation to what the file waits for writes: the review, and a line on the file, so that of two invitations at the same time one is stale. */
export function invitation(deps: Pick<Deps, 'schemes'>, application: Application, said: Said): Change[] {
  const { at, actor, personId, substitute, ids } = said;
  const { organisationId, criteriaVersion } = application.context;
  const { process } = schemeOf(deps, criteriaVersion).scheme;
  const stored: StoredReview = {
    machineVersion: currentVersion.review,
    state: 'invited',
    context: {
      reviewId: ids.review,
      applicationId: application.id,
      personId,
      dueAt: endOfDay(addWorkingDays(dayOf(at), process.invitationDays)),
      ...(application.state === 'moderation' && { task: 'moderation' as const }),
    },
  };
  const record = { at, actor, event: null } as const;
  return [
    {
      kind: 'reviews',
      before: null,
      after: { id: ids.review, ...stored, organisationId, invitedAt: at, substitute, scores: [] },
      record: { ...record, id: ids.invited, facts: ['review.invited'], data: { stored } },
    },
    {
      kind: 'applications',
      before: application,
      after: application,
      record: { ...record, id: ids.noted, facts: [], data: { invited: ids.review } },
    },
  ];
}
