import { LabelError } from '../errors.ts';
import type { AppealEvent } from '../workflow/appealEvents.ts';
import type { ApplicationEvent, LabelEvent, ReviewEvent, WorkflowEvent } from '../workflow/events.ts';
import type { Fact } from '../workflow/facts.ts';
import type { FindingEvent } from '../workflow/findingEvents.ts';
import type { SessionEvent } from '../workflow/sessionEvents.ts';
import { type Step, step } from '../workflow/step.ts';
import type { StoredSession } from '../workflow/stored.ts';
import type { Appeal, Finding, Session } from './decidingItems.ts';
import type { Application, Label, Review } from './items.ts';
import type { NewRecord } from './newRecord.ts';
import type { Change } from './ports.ts';

/** One application's change by one event, or `refused` with every reason. `also` is what changes beside the machine's state. */
export function takeOnApplication(
  before: Application,
  event: ApplicationEvent,
  record: RecordSeed,
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
  const { next, facts } = taken(step('application', before, event));
  return {
    kind: 'applications',
    before,
    after: { ...before, ...next, ...also },
    record: line(event, facts, record),
  };
}

/** One review's change by one event, or `refused` with every reason. */
export function takeOnReview(before: Review, event: ReviewEvent, record: RecordSeed): Change {
  const { next, facts } = taken(step('review', before, event));
  return { kind: 'reviews', before, after: { ...before, ...next }, record: line(event, facts, record) };
}

/** One label's change by one event, its history with it, or `refused` with every reason. `also` is what its certificate says anew. */
export function takeOnLabel(
  before: Label,
  event: LabelEvent,
  record: RecordSeed,
  also: Partial<Pick<Label, 'name' | 'offers'>> = {},
): Change & { kind: 'labels' } {
  const { next, facts } = taken(step('label', before, event));
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
export function takeOnSession(
  before: Session,
  event: SessionEvent,
  record: RecordSeed,
  also: Partial<Omit<Session, keyof StoredSession | 'id' | 'revision' | 'head'>> = {},
): Change {
  const { next, facts } = taken(step('session', before, event));
  const after = { ...before, ...next, ...also };
  return { kind: 'committeeSessions', before, after, record: line(event, facts, record) };
}

/** One appeal's change by one event, with what was said, or `refused` with every reason. */
export function takeOnAppeal(
  before: Appeal,
  event: AppealEvent,
  record: RecordSeed,
  also: Partial<Pick<Appeal, 'words'>> = {},
): Change {
  const { next, facts } = taken(step('appeal', before, event));
  return {
    kind: 'appeals',
    before,
    after: { ...before, ...next, ...also },
    record: line(event, facts, record),
  };
}

/** One finding's change by one event, with what was said, or `refused` with every reason. */
export function takeOnFinding(
  before: Finding,
  event: FindingEvent,
  record: RecordSeed,
  also: Partial<Pick<Finding, 'words'>> = {},
): Change {
  const { next, facts } = taken(step('finding', before, event));
  return {
    kind: 'findings',
    before,
    after: { ...before, ...next, ...also },
    record: line(event, facts, record),
  };
}

/** The id of the record, made before the first try, and what it says beside the event. */
export interface RecordSeed {
  readonly id: string;
  readonly data?: NewRecord['data'];
}

function taken<Stored>(result: Step<Stored>): Extract<Step<Stored>, { taken: true }> {
  if (!result.taken) throw new LabelError('refused', { reasons: result.reasons });
  return result;
}

function line(event: WorkflowEvent, facts: readonly Fact[], { id, data = {} }: RecordSeed): NewRecord {
  return { id, at: event.at, actor: event.actor, event, facts, data };
}
