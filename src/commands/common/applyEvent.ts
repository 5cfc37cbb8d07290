import { LabelError } from '../../errors.ts';
import type { Act, SessionFileEvent } from '../../policies/duties.ts';
import type { AppealEvent } from '../../workflow/appealEvents.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { ApplicationEvent, LabelEvent, ReviewEvent, WorkflowEvent } from '../../workflow/events.ts';
import type { FindingEvent } from '../../workflow/findingEvents.ts';
import type { Machines } from '../../workflow/machines.ts';
import type { SessionEvent } from '../../workflow/sessionEvents.ts';
import { type Step, step } from '../../workflow/step.ts';
import type { StoredSession } from '../../workflow/stored.ts';
import type { MachineName } from '../../workflow/versions.ts';
import type { Appeal, Finding, Session } from '../items/decidingItems.ts';
import type { TakenData } from '../items/eventData.ts';
import type { Application, Label, Review } from '../items/items.ts';
import type { NewRecord } from '../items/newRecord.ts';
import type { Change } from '../ports/ports.ts';
import { dutyReasons, type FileActor } from './actor.ts';

/** One application's change by one event, or `refused` with every reason. `also` is what changes beside the machine's state. */
export function applyToApplication(
  before: Application,
  event: OnFile<ApplicationEvent>,
  record: RecordSeed<'application'>,
  also: Partial<
    Pick<
      Application,
      | 'submittedAt'
      | 'moderation'
      | 'settledGrades'
      | 'recommendation'
      | 'decisionReason'
      | 'contentErasedAt'
      | 'information'
      | 'agreement'
      | 'lot'
    >
  > = {},
): Change {
  const { next, facts } = taken<'application'>(attempt('application', before, event));
  return {
    kind: 'applications',
    before,
    after: { ...before, ...next, ...also },
    record: line(event, facts, record),
  };
}

/** One review's change by one event, or `refused` with every reason. */
export function applyToReview(
  before: Review,
  event: OnFile<ReviewEvent>,
  record: RecordSeed<'review'>,
): Change {
  const { next, facts } = taken<'review'>(attempt('review', before, event));
  return { kind: 'reviews', before, after: { ...before, ...next }, record: line(event, facts, record) };
}

/** One label's change by one event, its history with it, or `refused` with every reason. `also` is what its certificate says anew. */
export function applyToLabel(
  before: Label,
  event: OnFile<LabelEvent>,
  record: RecordSeed<'label'>,
  also: Partial<Pick<Label, 'name' | 'offers'>> = {},
): Change & { kind: 'labels' } {
  const { next, facts } = taken<'label'>(attempt('label', before, event));
  const moved = next.state !== before.state && { state: next.state, at: event.at };
  const history = moved ? [...before.history, moved] : before.history;
  return {
    kind: 'labels',
    before,
    after: { ...before, ...next, ...also, history },
    record: line(event, facts, record),
  };
}

/** One session's change by one event, with what changes beside it, or `refused` with every reason. */
export function applyToSession(
  before: Session,
  event: MeetingEvent | OnFile<SessionFileEvent>,
  record: RecordSeed<'session'>,
  also: Partial<Omit<Session, keyof StoredSession | 'id' | 'revision' | 'head'>> = {},
): Change {
  const { next, facts } = isOnFile(event)
    ? taken<'session'>(attempt('session', before, event))
    : taken<'session'>(step('session', before, event));
  const after = { ...before, ...next, ...also };
  return { kind: 'committeeSessions', before, after, record: line(event, facts, record) };
}

/** One appeal's change by one event, with what was said, or `refused` with every reason. */
export function applyToAppeal(
  before: Appeal,
  event: OnFile<AppealEvent>,
  record: RecordSeed<'appeal'>,
  also: Partial<Pick<Appeal, 'words'>> = {},
): Change {
  const { next, facts } = taken<'appeal'>(attempt('appeal', before, event));
  return {
    kind: 'appeals',
    before,
    after: { ...before, ...next, ...also },
    record: line(event, facts, record),
  };
}

/** One finding's change by one event, with what was said, or `refused` with every reason. */
export function applyToFinding(
  before: Finding,
  event: OnFile<FindingEvent>,
  record: RecordSeed<'finding'>,
  also: Partial<Pick<Finding, 'words'>> = {},
): Change {
  const { next, facts } = taken<'finding'>(attempt('finding', before, event));
  return {
    kind: 'findings',
    before,
    after: { ...before, ...next, ...also },
    record: line(event, facts, record),
  };
}

/** The id of the record, made before the first try, and what it says beside the event. */
export interface RecordSeed<M extends MachineName> {
  readonly id: string;
  readonly data?: TakenData[M];
}

/** An event on a file: whoever does it comes with the parts that they hold on that file. */
type OnFile<E extends WorkflowEvent> = E & { readonly actor: FileActor };
/** What happens to a session as a whole: no part on one of its files stands against it. */
type MeetingEvent =
  | Exclude<SessionEvent, { readonly applicationId: string | null }>
  | (Extract<SessionEvent, { readonly type: 'takeChair' }> & { readonly applicationId: null });

/** Asks the table of duties, then the machine: whoever is barred from an act by a part gets no other reason. */
export function attempt<M extends MachineName>(
  name: M,
  before: Machines[M]['stored'],
  event: Machines[M]['event'] & { readonly actor: FileActor },
): Step<Machines[M]['stored']> {
  const file = ('applicationId' in event && event.applicationId) || fileOf(before);
  const reasons = isOwnWill(event) ? [] : dutyReasons(event.actor, file, `${name}.${event.type}` as Act);
  return reasons.length > 0 ? { taken: false, reasons } : step(name, before, event);
}

type Taken<M extends MachineName> = Extract<Step<Machines[M]['stored']>, { taken: true }>;

function taken<M extends MachineName>(result: Step<Machines[M]['stored']>): Taken<M> {
  if (!result.taken) throw new LabelError('refused', { reasons: result.reasons });
  return result as Taken<M>;
}

function isOnFile(event: MeetingEvent | OnFile<SessionFileEvent>): event is OnFile<SessionFileEvent> {
  return 'applicationId' in event && event.applicationId !== null;
}

function fileOf({ context }: Machines[MachineName]['stored']): string {
  return 'applicationId' in context ? context.applicationId : '';
}

/** Who steps out of a file themself asks nobody. */
function isOwnWill(event: WorkflowEvent): boolean {
  return (
    'personId' in event &&
    event.personId === event.actor.id &&
    ['recuse', 'conflictFound'].includes(event.type)
  );
}

function line(
  event: WorkflowEvent,
  facts: readonly DomainEvent[],
  { id, data = {} }: RecordSeed<MachineName>,
): NewRecord {
  return { id, at: event.at, actor: event.actor, event, facts, data };
}
