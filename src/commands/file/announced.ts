import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { DecisionOutcome } from '../../workflow/events.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { ApplicationKind, ApplicationState } from '../../workflow/stored.ts';
import type { SignedAgreement } from '../items/agreementText.ts';
import type { Application } from '../items/items.ts';

/** An application as its applicant may know it: no names of who evaluates, nothing of a decision before it is announced. */
export interface Announced {
  readonly id: string;
  readonly organisationId: string;
  readonly revision: number;
  /** A sealed decision reads as `deliberation`. */
  readonly state: Exclude<ApplicationState, 'decided'>;
  readonly startedAt: string;
  readonly submittedAt: string | null;
  /** How many snapshots were frozen. */
  readonly snapshots: number;
  readonly dueAt: string | null;
  readonly kind: ApplicationKind;
  readonly criteriaVersion: string;
  readonly labelNumber: string | null;
  /** Whether a new application can take up what was written in it. */
  readonly resumable: boolean;
  /** What was signed for the label; null before. */
  readonly agreement: SignedAgreement | null;
  /** Null until it is announced, and again while a new decision is prepared. */
  readonly decision: {
    readonly outcome: DecisionOutcome;
    readonly reason: string;
    readonly conditions: readonly { readonly text: string; readonly due: string }[];
  } | null;
}

/** States in which a decision, if there is one, is known to the applicant. */
const open: readonly ApplicationState[] = ['agreement', 'granted', 'refused', 'appealed', 'closed', 'lapsed'];

/** Facts that an applicant may not see: the decision before it is announced, and what shows who does what inside. */
const inside: readonly DomainEvent[] = [
  'application.reviewDelivered',
  'application.diverged',
  'application.moderated',
  'application.reviewVoided',
  'application.reviewerReleased',
  'application.decided',
  'application.deferred',
  'application.returned',
];

/** What may be shown of an application; `records` are its journal, which keeps the reason of a refusal at screening. */
export function announced(application: Application, records: readonly JournalRecord[]): Announced {
  const { id, revision, state, startedAt, submittedAt, context } = application;
  const { organisationId, kind, criteriaVersion, labelNumber, outcome, conditions, dueAt, snapshots } =
    context;
  return {
    id,
    organisationId,
    revision,
    state: state === 'decided' ? 'deliberation' : state,
    startedAt,
    submittedAt,
    snapshots,
    dueAt: state === 'decided' ? null : dueAt,
    kind,
    criteriaVersion,
    labelNumber,
    resumable: isResumable(application),
    agreement: application.agreement ?? null,
    decision:
      outcome !== null && open.includes(state)
        ? { outcome, reason: application.decisionReason || screeningReason(records), conditions }
        : null,
  };
}

/** What happened and when, oldest first, in the facts that an applicant may see. */
export function toldFacts(
  records: readonly JournalRecord[],
): { readonly fact: DomainEvent; readonly at: string }[] {
  return records.flatMap(({ at, facts }) =>
    facts.filter((fact) => !inside.includes(fact)).map((fact) => ({ fact, at })),
  );
}

function screeningReason(records: readonly JournalRecord[]): string {
  const event = records.findLast((record) => record.event?.type === 'declareIneligible')?.event;
  return event?.type === 'declareIneligible' ? event.reason : '';
}

/** Whether what was written in an application can be taken up by a new one: it ended unfinished, and is kept still. */
export function isResumable({
  state,
  contentErasedAt,
}: Pick<Application, 'state' | 'contentErasedAt'>): boolean {
  return (state === 'withdrawn' || state === 'lapsed') && !contentErasedAt;
}
