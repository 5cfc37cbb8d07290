import * as z from 'zod';
import type { AppealEvent } from './appealEvents.ts';
import type { ChangeEvent } from './changeEvents.ts';
import type { ComplaintEvent } from './complaintEvents.ts';
import type { ConditionEvent } from './conditionEvents.ts';
import {
  count,
  type EventOf,
  flag,
  type Inferred,
  id,
  ids,
  instant,
  nothing,
  reason,
  text,
} from './eventShape.ts';
import type { FindingEvent } from './findingEvents.ts';
import type { LabelEvent } from './label/labelEvents.ts';
import type { NeedEvent } from './need/needEvents.ts';
import type { SessionEvent } from './session/sessionEvents.ts';
import type { SurveillanceEvent } from './surveillanceEvents.ts';
import { sitting, vote } from './voting.ts';

export type { EventActor, Role } from './occurred.ts';

const assignedReviewer = z.object({
  reviewId: id,
  personId: id,
  accepted: flag,
  /** Already delivered in this file and kept: of a team, one review at least is still to come. */
  delivered: flag,
  conflict: flag,
  competent: flag,
  /** Files this person is scoring now, this one included. */
  load: count,
  /** `peer` comes from an organisation of the social economy, `other` is a user or independent. */
  seat: z.enum(['peer', 'other']),
  /** Whether a peer's own field is another than the applicant's. */
  otherField: flag,
});
const reviewers = z.array(assignedReviewer);
/** A reviewer as the application's machine needs to know them. */
export type AssignedReviewer = Inferred<typeof assignedReviewer>;

const outcome = z.enum(['granted', 'grantedWithConditions', 'refused']);
export type DecisionOutcome = z.infer<typeof outcome>;

const answers = z.object({ unanswered: count, naContradicted: count, naUnexplained: count });
const submitGate = answers.extend({
  mandatoryUnmet: count,
  floorsMissed: count,
  evidenceMissing: count,
  versionOpen: flag,
  /** Of a file on a label: whether that label allows what is asked. */
  labelHolds: flag.optional(),
  /** Certificates that it leans on and that are no longer valid; absent where there are none. */
  certificatesOver: count.optional(),
  otherOpenApplication: flag,
  rulesAccepted: flag,
  exclusionsSigned: flag,
  exclusionsDeclared: count,
});
/** What the submit gate found, as counts and flags; the lists go back to the applicant by the command. */
export type SubmitGate = Inferred<typeof submitGate>;

/** `due` is YYYY-MM-DD. */
const condition = z.object({ text, due: text });
export type Condition = Inferred<typeof condition>;

const scored = z.object({ unscored: count, deviationsWithoutComment: count, conflict: flag });
/** Major findings still open over all reviews, and until when they would have to be corrected. */
const findings = z.object({ openFindings: count, correctionDueAt: instant });

/** What the events of an application must say. */
export const applicationShapes = {
  /** With the offers that an extension names. */
  submit: z.object({ gate: submitGate, digest: text, criteriaVersion: id, offers: ids.optional() }),
  requestInformation: z.object({ items: z.array(text), dueAt: instant }),
  answer: answers.extend({ digest: text, offers: ids.optional() }),
  accept: nothing,
  declareIneligible: reason.extend({ conflict: flag, appealBy: instant }),
  staff: z.object({ reviewers }),
  deliverReview: scored.extend({
    ...findings.shape,
    reviewId: text,
    /** Whether the delivered reviews diverge, counted only when this is the last one. */
    diverging: flag,
  }),
  moderate: findings.extend({
    /** Places where the two reviews diverge and no level was settled. */
    unsettled: count,
    changedWithoutReason: count,
    /** Whether who settles was invited to it and accepted. */
    accepted: flag,
    /** Whether they can be given a file today. */
    competent: flag,
    conflict: flag,
  }),
  submitCorrection: z.object({ unansweredFindings: count }),
  /** With the major findings that are not closed. */
  acceptCorrection: reason.extend({ openFindings: count }),
  rejectCorrection: reason.extend({ dueAt: instant }),
  returnToEvaluation: reason.extend({ reviewers }),
  recommend: reason.extend({
    ungradedFindings: count,
    /** Whether a trigger demands a visit or a call that nobody recorded. */
    visitMissing: flag,
    draft: outcome,
  }),
  defer: reason.extend(sitting.shape),
  decide: reason.extend({
    outcome,
    vote,
    /** Committee members with a tie to the applicant: none of them may vote. */
    conflicted: ids,
    /** Offers that may bear the label at the settled levels; none while the organisation does not pass. */
    labelledOffers: count,
    conditions: z.array(condition),
    /** Documents that are too old by the day of the decision, where nothing newer proves the criterion. */
    evidenceExpired: count,
    ...sitting.shape,
  }),
  announce: z.object({ minutesApproved: flag, dueAt: instant }),
  sign: z.object({ digest: text, labelNumber: id }),
  lodgeAppeal: z.object({ grounds: text }),
  /** With everyone who judged the appeal. */
  dismissAppeal: reason.extend({ dueAt: instant, panel: ids }),
  upholdAppeal: reason.extend({ newEvaluation: flag, panel: ids }),
  withdraw: nothing,
  deadlinePassed: nothing,
  labelEnded: nothing,
  conflictFound: z.object({ personId: text }),
  releaseReviewer: reason.extend({ personId: text }),
};
export type ApplicationEvent = EventOf<typeof applicationShapes>;

/** What the events of a review must say. */
export const reviewShapes = {
  /** With the day until which the review is to be delivered. */
  accept: z.object({ noConflictDeclared: flag, dueAt: instant }),
  decline: reason,
  deliver: scored,
  deadlinePassed: nothing,
  conflictFound: nothing,
  release: reason,
  fileClosed: nothing,
};
export type ReviewEvent = EventOf<typeof reviewShapes>;

export type WorkflowEvent =
  | ApplicationEvent
  | ReviewEvent
  | LabelEvent
  | ConditionEvent
  | FindingEvent
  | SessionEvent
  | AppealEvent
  | ComplaintEvent
  | SurveillanceEvent
  | ChangeEvent
  | NeedEvent;
