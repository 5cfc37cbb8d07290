import type { AnyStateMachine } from 'xstate';
import { appealMachine } from './appeal.ts';
import type { AppealEvent } from './appealEvents.ts';
import { applicationMachine } from './application/application.ts';
import { changeMachine } from './change.ts';
import type { ChangeEvent } from './changeEvents.ts';
import { complaintMachine } from './complaint.ts';
import type { ComplaintEvent } from './complaintEvents.ts';
import { conditionMachine } from './condition.ts';
import type { ConditionEvent } from './conditionEvents.ts';
import type { ApplicationEvent, ReviewEvent } from './events.ts';
import { findingMachine } from './finding.ts';
import type { FindingEvent } from './findingEvents.ts';
import type { Guard } from './guards.ts';
import { labelMachine } from './label/label.ts';
import type { LabelEvent } from './label/labelEvents.ts';
import { needMachine } from './need/need.ts';
import type { NeedEvent } from './need/needEvents.ts';
import type { StoredNeed } from './need/storedNeed.ts';
import { reviewMachine } from './review.ts';
import { sessionMachine } from './session/session.ts';
import type { SessionEvent } from './session/sessionEvents.ts';
import type * as stored from './stored.ts';
import type { StoredAppeal } from './storedAppeal.ts';
import type { StoredChange } from './storedChange.ts';
import type { StoredComplaint } from './storedComplaint.ts';
import { surveillanceMachine } from './surveillance.ts';
import type { SurveillanceEvent } from './surveillanceEvents.ts';
import type { MachineName } from './versions.ts';

/** What each machine keeps and what can happen to it. */
export interface Machines {
  application: { stored: stored.StoredApplication; event: ApplicationEvent };
  review: { stored: stored.StoredReview; event: ReviewEvent };
  label: { stored: stored.StoredLabel; event: LabelEvent };
  finding: { stored: stored.StoredFinding; event: FindingEvent };
  condition: { stored: stored.StoredCondition; event: ConditionEvent };
  session: { stored: stored.StoredSession; event: SessionEvent };
  appeal: { stored: StoredAppeal; event: AppealEvent };
  surveillance: { stored: stored.StoredSurveillance; event: SurveillanceEvent };
  change: { stored: StoredChange; event: ChangeEvent };
  complaint: { stored: StoredComplaint; event: ComplaintEvent };
  need: { stored: StoredNeed; event: NeedEvent };
}

/** Every machine by name; step.ts runs them, definition.ts reads them. */
export const machines: Readonly<Record<MachineName, AnyStateMachine>> = {
  application: applicationMachine,
  review: reviewMachine,
  label: labelMachine,
  finding: findingMachine,
  condition: conditionMachine,
  session: sessionMachine,
  appeal: appealMachine,
  surveillance: surveillanceMachine,
  change: changeMachine,
  complaint: complaintMachine,
  need: needMachine,
};

type GuardsOf<M extends MachineName> = Readonly<
  Record<string, Guard<Machines[M]['stored']['context'], Machines[M]['event']>>
>;

/** The named guards of a machine, as its transitions name them. */
export function guardsOf<M extends MachineName>(name: M): GuardsOf<M> {
  // As the machine holds them, whatever it is: only the name tells what they read.
  return machines[name].implementations.guards as GuardsOf<M>;
}
