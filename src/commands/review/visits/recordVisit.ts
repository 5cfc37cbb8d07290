import { fault, LabelError } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { ApplicationState } from '../../../workflow/stored.ts';
import { actorOn, requireDuty } from '../../common/actor.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Visit } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

interface Input extends Pick<Visit, 'kind' | 'on' | 'people' | 'notes'> {
  readonly applicationId: string;
  readonly revision: number;
}

/** States from the complete evaluation to the vote: before and after, a visit changes nothing any more. */
const states: readonly ApplicationState[] = ['correction', 'verification', 'recommendation', 'deliberation'];

/** Whether a visit to the applicant can be recorded now. */
export function takesVisits({ state }: Pick<Application, 'state'>): boolean {
  return states.includes(state);
}

/** An officer or a reviewer of the file writes down a visit or a call: when it was, who was met and what came out. */
export async function recordVisit(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId, reviewers } = application.context;
  const reviews = await deps.store.reviewsOf(application.id);
  const officer = isOfficer(asker) && mayReadFile(asker, { application, reviews });
  const reviewer = reviewers.some(({ personId, delivered }) => personId === asker.id && delivered);
  requireVisible((!belongsTo(asker, organisationId) && (officer || reviewer)) || null);
  unchanged(application, input.revision);
  if (!takesVisits(application)) throw new LabelError('refused', { reasons: ['wrongState'] });
  const actor = await actorOn(deps, asker, application);
  requireDuty(actor, application.id, 'application.recordVisit');
  const at = deps.clock.now().toISOString();
  const { kind, on, people, notes } = input;
  if (on > dayOf(at)) throw new LabelError('invalid', { faults: [fault('on', 'dayToCome')] });
  const visit: Visit = { kind, on, people, notes, by: asker.id, at };
  await deps.store.commit({
    changes: [
      {
        kind: 'applications',
        before: application,
        after: { ...application, visits: [...(application.visits ?? []), visit] },
        record: {
          id: deps.ids.next(),
          at,
          actor,
          event: null,
          facts: ['application.visitRecorded'],
          data: { kind, on },
        },
      },
    ],
  });
}
