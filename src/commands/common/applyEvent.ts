import { LabelError } from '../../errors.ts';
import type { Act, SessionFileEvent } from '../../policies/acts.ts';
import type { AppealEvent } from '../../workflow/appealEvents.ts';
import type { ChangeEvent } from '../../workflow/changeEvents.ts';
import type { ComplaintEvent } from '../../workflow/complaintEvents.ts';
import type { ConditionEvent } from '../../workflow/conditionEvents.ts';
import type { ApplicationEvent, ReviewEvent, WorkflowEvent } from '../../workflow/events.ts';
import type { FindingEvent } from '../../workflow/findingEvents.ts';
import type { LabelEvent } from '../../workflow/label/labelEvents.ts';
import { proceedingsOn } from '../../workflow/label/proceedings.ts';
import type { Machines } from '../../workflow/machines.ts';
import type { NeedEvent } from '../../workflow/need/needEvents.ts';
import type { SessionEvent } from '../../workflow/session/sessionEvents.ts';
import { type Step, step } from '../../workflow/step.ts';
import type { Stored } from '../../workflow/stored.ts';
import type { SurveillanceEvent } from '../../workflow/surveillanceEvents.ts';
import type { MachineName } from '../../workflow/versions.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Condition } from '../items/condition.ts';
import type { Appeal, Finding, Session } from '../items/decidingItems.ts';
import type { TakenData } from '../items/eventData.ts';
import type { Application, Item, Label, Review } from '../items/items.ts';
import type { Need } from '../items/need.ts';
import type { NewRecord } from '../items/newRecord.ts';
import type { NoticeOfChange } from '../items/noticeOfChange.ts';
import type { Surveillance } from '../items/surveillance.ts';
import type { ChangeOf, Deps } from '../ports/ports.ts';
import { dutyReasons, type FileActor } from './actor.ts';

type With = Pick<Deps, 'ids'>;
/** What an item holds beside the state of its machine. */
type Beside<T extends Item> = Partial<Omit<T, keyof Item | keyof Stored<string, unknown>>>;

/** One application's change by one event, or `refused` with every reason; `also` changes beside its state, `data` goes into the journal. */
export function applyToApplication(
  deps: With,
  before: Application,
  event: OnFile<ApplicationEvent>,
  also: Beside<Application> = {},
  data: TakenData['application'] = {},
): ChangeOf<'applications'> {
  const { next, record } = accepted(deps, attempt('application', before, event), event, data);
  return { kind: 'applications', before, after: { ...before, ...next, ...also }, record };
}

/** One review's change by one event, or `refused` with every reason. */
export function applyToReview(
  deps: With,
  before: Review,
  event: OnFile<ReviewEvent>,
  data: TakenData['review'] = {},
): ChangeOf<'reviews'> {
  const { next, record } = accepted(deps, attempt('review', before, event), event, data);
  return { kind: 'reviews', before, after: { ...before, ...next }, record };
}

/** One label's change by one event, its history with it, or `refused` with every reason. `also` is what its certificate says anew. */
export function applyToLabel(
  deps: With,
  before: Label,
  event: OnFile<LabelEvent>,
  also: Beside<Label> = {},
  data: TakenData['label'] = {},
): ChangeOf<'labels'> {
  const { next, record } = accepted(deps, attempt('label', before, event), event, data);
  const { standing } = next.context;
  const moved = next.state !== before.state || standing !== before.context.standing;
  const during = record.facts.includes('label.proceedingsEnded') ? proceedingsOn(before) : null;
  const step = {
    state: next.state,
    at: event.at,
    ...(standing !== 'clean' && { standing }),
    ...(during && { during }),
  };
  const history = moved ? [...before.history, step] : before.history;
  return { kind: 'labels', before, after: { ...before, ...next, ...also, history }, record };
}

/** One session's change by one event, with what changes beside it, or `refused` with every reason. */
export function applyToSession(
  deps: With,
  before: Session,
  event: MeetingEvent | OnFile<SessionFileEvent>,
  also: Beside<Session> = {},
  data: TakenData['session'] = {},
): ChangeOf<'committeeSessions'> {
  const result = isOnFile(event) ? attempt('session', before, event) : step('session', before, event);
  const { next, record } = accepted(deps, result, event, data);
  return { kind: 'committeeSessions', before, after: { ...before, ...next, ...also }, record };
}

/** One appeal's change by one event, with what was said, or `refused` with every reason. */
export function applyToAppeal(
  deps: With,
  before: Appeal,
  event: OnFile<AppealEvent>,
  also: Beside<Appeal> = {},
): ChangeOf<'appeals'> {
  const { next, record } = accepted(deps, attempt('appeal', before, event), event);
  return { kind: 'appeals', before, after: { ...before, ...next, ...also }, record };
}

/** One finding's change by one event, with what was said, or `refused` with every reason. */
export function applyToFinding(
  deps: With,
  before: Finding,
  event: OnFile<FindingEvent>,
  also: Beside<Finding> = {},
): ChangeOf<'findings'> {
  const { next, record } = accepted(deps, attempt('finding', before, event), event);
  return { kind: 'findings', before, after: { ...before, ...next, ...also }, record };
}

/** One surveillance's change by one event, with what was declared or said, or `refused` with every reason; a draft outlives its day alone. */
export function applyToSurveillance(
  deps: With,
  before: Surveillance,
  event: OnFile<SurveillanceEvent>,
  also: Beside<Surveillance> = {},
): ChangeOf<'surveillances'> {
  const { next, record } = accepted(deps, attempt('surveillance', before, event), event);
  const { draft: _, ...settled } = before;
  const kept = event.type === 'deadlinePassed' ? before : settled;
  return { kind: 'surveillances', before, after: { ...kept, ...next, ...also }, record };
}

/** One notice of change by one event, with what was said, or `refused` with every reason. */
export function applyToChange(
  deps: With,
  before: NoticeOfChange,
  event: OnFile<ChangeEvent>,
  also: Beside<NoticeOfChange> = {},
): ChangeOf<'changes'> {
  const { next, record } = accepted(deps, attempt('change', before, event), event);
  return { kind: 'changes', before, after: { ...before, ...next, ...also }, record };
}

/** One condition's change by one event, with what was said, or `refused` with every reason. */
export function applyToCondition(
  deps: With,
  before: Condition,
  event: OnFile<ConditionEvent>,
  also: Beside<Condition> = {},
): ChangeOf<'conditions'> {
  const { next, record } = accepted(deps, attempt('condition', before, event), event);
  return { kind: 'conditions', before, after: { ...before, ...next, ...also }, record };
}

/** One complaint's change by one event, with what was written, or `refused` with every reason. */
export function applyToComplaint(
  deps: With,
  before: Complaint,
  event: OnFile<ComplaintEvent>,
  also: Beside<Complaint> = {},
): ChangeOf<'complaints'> {
  const { next, record } = accepted(deps, attempt('complaint', before, event), event);
  return { kind: 'complaints', before, after: { ...before, ...next, ...also }, record };
}

/** One need's change by one event, with what is said of it anew, or `refused` with every reason. */
export function applyToNeed(
  deps: With,
  before: Need,
  event: OnFile<NeedEvent>,
  also: Beside<Need> = {},
): ChangeOf<'needs'> {
  const { next, record } = accepted(deps, attempt('need', before, event), event);
  return { kind: 'needs', before, after: { ...before, ...next, ...also }, record };
}

/** An event on a file: whoever does it comes with the parts that they hold on that file. */
export type OnFile<E extends WorkflowEvent> = E & { readonly actor: FileActor };
/** An event on a session as a whole, which no part on one of its files bars. */
type MeetingEvent =
  | Exclude<SessionEvent, { readonly applicationId: string | null }>
  | (Extract<SessionEvent, { readonly type: 'takeChair' }> & { readonly applicationId: null });

/** Asks the table of duties, then the machine; whoever a part bars gets no other reason. */
export function attempt<M extends MachineName>(
  name: M,
  before: Machines[M]['stored'],
  event: Machines[M]['event'] & { readonly actor: FileActor },
): Step<Machines[M]['stored']> {
  const file = ('applicationId' in event && event.applicationId) || fileOf(before);
  const reasons = isOwnWill(event) ? [] : dutyReasons(event.actor, file, `${name}.${event.type}` as Act);
  return reasons.length > 0 ? { taken: false, reasons } : step(name, before, event);
}

/** The state that follows, with the line of the journal that tells it. */
function accepted<Next>(
  { ids }: With,
  result: Step<Next>,
  event: WorkflowEvent,
  data: TakenData[MachineName] = {},
): { readonly next: Next; readonly record: NewRecord } {
  if (!result.taken) throw new LabelError('refused', { reasons: result.reasons });
  const { next, facts } = result;
  return { next, record: { id: ids.next(), at: event.at, actor: event.actor, event, facts, data } };
}

function isOnFile(event: MeetingEvent | OnFile<SessionFileEvent>): event is OnFile<SessionFileEvent> {
  return 'applicationId' in event && event.applicationId !== null;
}

function fileOf({ context }: Machines[MachineName]['stored']): string {
  return ('applicationId' in context && context.applicationId) || '';
}

/** Nobody is kept from stepping out of a file. */
function isOwnWill(event: WorkflowEvent): boolean {
  return (
    'personId' in event &&
    event.personId === event.actor.id &&
    ['recuse', 'conflictFound'].includes(event.type)
  );
}
