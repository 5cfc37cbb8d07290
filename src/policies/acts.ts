import type { AppealEvent } from '../workflow/appealEvents.ts';
import type { ChangeEvent } from '../workflow/changeEvents.ts';
import type { ComplaintEvent } from '../workflow/complaintEvents.ts';
import type { ConditionEvent } from '../workflow/conditionEvents.ts';
import type { ApplicationEvent, ReviewEvent } from '../workflow/events.ts';
import type { FindingEvent } from '../workflow/findingEvents.ts';
import type { LabelEvent } from '../workflow/label/labelEvents.ts';
import type { NeedEvent } from '../workflow/need/needEvents.ts';
import type { SessionEvent } from '../workflow/session/sessionEvents.ts';
import type { SurveillanceEvent } from '../workflow/surveillanceEvents.ts';

/** Events of a session that are about one of its files, also the chair that is taken for one alone; the others are about the meeting. */
export type SessionFileEvent =
  | Extract<SessionEvent, { readonly applicationId: string }>
  | (Extract<SessionEvent, { readonly type: 'takeChair' }> & { readonly applicationId: string });

/** Everything that somebody can do on a file: each event of each machine, and what no machine rules. */
export type Act =
  | `application.${ApplicationEvent['type']}`
  | `review.${ReviewEvent['type']}`
  | `label.${LabelEvent['type']}`
  | `finding.${FindingEvent['type']}`
  | `condition.${ConditionEvent['type']}`
  | `appeal.${AppealEvent['type']}`
  | `change.${ChangeEvent['type']}`
  | 'change.note'
  | `complaint.${ComplaintEvent['type']}`
  | `need.${NeedEvent['type']}`
  | `session.${SessionFileEvent['type']}`
  | `surveillance.${SurveillanceEvent['type']}`
  | 'file.write'
  | 'application.invite'
  | 'application.recordVisit'
  | 'casework.ownFile'
  | 'casework.ownLabel'
  | 'label.startReconsideration'
  | 'label.takeDownOffer'
  | 'label.takeWebsite'
  | 'review.score'
  | 'session.putOnAgenda'
  | 'tie.declare'
  | 'read';
