import { invalid, refuseFor } from '../../errors.ts';
import { mayReadFile } from '../../policies/file.ts';
import { belongsTo } from '../../policies/organisation.ts';
import { isOfficer } from '../../policies/who.ts';
import { dayOf } from '../../register/day.ts';
import { marksOf } from '../../scoring/marks.ts';
import { type Trigger, triggersOf } from '../../scoring/triggers.ts';
import type { ApplicationState } from '../../workflow/stored.ts';
import { eventMetaOn, requireDuty } from '../common/actor.ts';
import { type FileInput, reviewedFile } from '../common/fileInput.ts';
import { noteOn } from '../common/noteOn.ts';
import { requireRevision, requireVisible } from '../common/requireVisible.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import { settledOf } from '../file/reviewMarks.ts';
import type { Visit } from '../items/decidingItems.ts';
import type { Application } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

type VisitInput = FileInput & Pick<Visit, 'kind' | 'on' | 'people' | 'notes'>;

/** States from the complete evaluation to the vote: before and after, a visit has no effect. */
const states: readonly ApplicationState[] = ['correction', 'verification', 'recommendation', 'deliberation'];

/** Whether a visit to the applicant can be recorded now. */
export function takesVisits({ state }: Pick<Application, 'state'>): boolean {
  return states.includes(state);
}

/** An officer or a reviewer of the file records a visit or a call: when it was, who was met and what came out. */
export async function recordVisit(deps: Deps, asker: Asker, input: VisitInput): Promise<void> {
  const file = await reviewedFile(deps, input.applicationId);
  const { application } = file;
  const { organisationId, reviewers } = application.context;
  const officer = isOfficer(asker) && mayReadFile(asker, file);
  const reviewer = reviewers.some(({ personId, delivered }) => personId === asker.id && delivered);
  requireVisible(!belongsTo(asker, organisationId) && (officer || reviewer));
  requireRevision(application, input.revision);
  refuseFor({ wrongState: !takesVisits(application) });
  const { at, actor } = await eventMetaOn(deps, asker, application);
  requireDuty(actor, application.id, 'application.recordVisit');
  const { kind, on, people, notes } = input;
  if (on > dayOf(at)) throw invalid('on', 'dayToCome');
  const visit: Visit = { kind, on, people, notes, by: asker.id, at };
  const line = { at, actor, facts: ['application.visitRecorded'], data: { kind, on } } as const;
  const after = { ...application, visits: [...(application.visits ?? []), visit] };
  await deps.store.commit([{ ...noteOn(deps, 'applications', application, line), after }]);
}

export type FileVisits = Awaited<ReturnType<typeof fileVisits>>;

/** What demands a visit to an applicant, and the visits and calls recorded, the oldest first. The caller says who may see them. */
export async function fileVisits(deps: Pick<Deps, 'store' | 'clock'>, file: FrozenFile) {
  const { visits = [], lot = null } = file.application;
  const recorded = visits.map(async (visit) => {
    return { ...visit, recordedBy: requireVisible(await deps.store.person(visit.by)) };
  });
  return {
    triggers: visitsDemanded(file),
    lot,
    visits: await Promise.all(recorded),
    /** Whether the recommendation waits for one. */
    missing: await visitMissing(deps, file),
    /** Whether one can be recorded in the state of the file. */
    open: takesVisits(file.application),
    today: dayOf(deps.clock.now().toISOString()),
  };
}

/** Whether something demands a visit or a call, and none was held and recorded since the evaluation was complete. */
export async function visitMissing(deps: Pick<Deps, 'store'>, file: FrozenFile): Promise<boolean> {
  if (visitsDemanded(file).length === 0) return false;
  const { id, visits = [] } = file.application;
  const records = await deps.store.records(`applications/${id}`);
  const complete = records.findLast(
    ({ event }) => event?.type === 'deliverReview' || event?.type === 'moderate',
  );
  return !visits.some(({ on, at }) => complete && at >= complete.at && on >= dayOf(complete.at));
}

/** What of a frozen file demands a visit or a call, at the settled levels; nothing while the evaluation is not complete. */
export function visitsDemanded(file: FrozenFile): Trigger[] {
  const { application, snapshot } = file;
  const { whole } = file.published;
  const reviewed = settledOf(file);
  if (reviewed === null) return [];
  const cycle = cycleOfCopy(snapshot.content);
  const { assessment, earlier } = snapshot.content;
  return triggersOf(whole, {
    cycle,
    claimed: marksOf(whole, cycle, assessment),
    reviewed,
    ...(assessment.carried && { carried: assessment.carried }),
    facts: assessment.facts,
    ...(earlier && { factsBefore: earlier.assessment.facts }),
    ...(application.lot && { ticket: application.lot.ticket }),
  });
}
