import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { ApplicationState } from '../../workflow/stored.ts';
import type { Application } from '../items/items.ts';

/** States in which a decision, if there is one, is known to the applicant. */
const open: readonly ApplicationState[] = ['agreement', 'granted', 'refused', 'appealed', 'closed', 'lapsed'];

/** Facts that an applicant may not see: the decision before it is announced, and what reveals who does what inside. */
const inside: readonly DomainEvent[] = [
  'application.reviewDelivered',
  'application.diverged',
  'application.moderated',
  'application.reviewVoided',
  'application.reviewerReleased',
  'application.decided',
  'application.deferred',
  'application.returned',
  'appeal.inadmissibilityProposed',
  'appeal.stayAsked',
  'appeal.stayLiftAsked',
];

export type Announced = ReturnType<typeof announced>;

/** What may be shown of an application; `records` are its journal, which keeps the reason of a refusal at screening. */
export function announced(application: Application, records: readonly JournalRecord[]) {
  const { id, revision, state, startedAt, submittedAt, context } = application;
  const {
    organisationId,
    kind,
    scope,
    succeeds,
    criteriaVersion,
    labelNumber,
    outcome,
    conditions,
    dueAt,
    snapshots,
  } = context;
  return {
    id,
    organisationId,
    revision,
    /** A sealed decision reads as `deliberation`. */
    state: state === 'decided' ? 'deliberation' : state,
    startedAt,
    submittedAt,
    /** How many snapshots were frozen. */
    snapshots,
    dueAt: state === 'decided' ? null : dueAt,
    kind,
    scope,
    succeeds,
    /** Why an officer opened it, of a reconsideration; without their name. */
    reconsideration: application.reconsideration ? { reason: application.reconsideration.reason } : null,
    criteriaVersion,
    labelNumber,
    /** Whether a new application can resume it. */
    resumable: isResumable(application),
    /** What was signed for the label; null before. */
    agreement: application.agreement ?? null,
    /** Null until it is announced, and again while a new decision is prepared. */
    decision:
      outcome !== null && open.includes(state)
        ? { outcome, reason: application.decisionReason || screeningReason(records), conditions }
        : null,
  };
}

/** What happened and when, oldest first, in the facts that an applicant may see. */
export function toldFacts(records: readonly JournalRecord[]) {
  return records.flatMap(({ at, facts }) =>
    facts.filter((fact) => !inside.includes(fact)).map((fact) => ({ fact, at })),
  );
}

function screeningReason(records: readonly JournalRecord[]): string {
  const event = records.findLast((record) => record.event?.type === 'declareIneligible')?.event;
  return event?.type === 'declareIneligible' ? event.reason : '';
}

/** Whether a new application can resume it: it ended unfinished, and its content is not erased. */
export function isResumable({
  state,
  context,
  contentErasedAt,
}: Pick<Application, 'state' | 'context' | 'contentErasedAt'>) {
  // A reconsideration is an officer's to open.
  const own = context.kind !== 'reconsideration';
  return own && (state === 'withdrawn' || state === 'lapsed') && !contentErasedAt;
}
