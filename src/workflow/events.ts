import type { Standing } from '../register/entry.ts';
import type { AppealEvent } from './appealEvents.ts';
import type { FindingEvent } from './findingEvents.ts';
import type { Occurred } from './occurred.ts';
import type { SessionEvent } from './sessionEvents.ts';

export type { EventActor, Occurred, Role } from './occurred.ts';

/** A reviewer as the application's machine needs to know them. */
export interface AssignedReviewer {
  readonly reviewId: string;
  readonly personId: string;
  readonly accepted: boolean;
  /** Already delivered in this file and kept: of a team, one review at least is still to come. */
  readonly delivered: boolean;
  readonly conflict: boolean;
  readonly competent: boolean;
  /** Files this person is scoring now, this one included. */
  readonly load: number;
  /** `peer` comes from an organisation of the social economy, `other` is a user or independent. */
  readonly seat: 'peer' | 'other';
  /** Whether a peer's own field is another than the applicant's. */
  readonly otherField: boolean;
}

export type DecisionOutcome = 'granted' | 'grantedWithConditions' | 'refused';

/** What the submit gate found, as counts and flags; the lists go back to the applicant by the command. */
export interface SubmitGate {
  readonly unanswered: number;
  readonly naContradicted: number;
  readonly naUnexplained: number;
  readonly mandatoryUnmet: number;
  readonly floorsMissed: number;
  readonly evidenceMissing: number;
  readonly versionOpen: boolean;
  readonly otherOpenApplication: boolean;
  readonly rulesAccepted: boolean;
  readonly exclusionsSigned: boolean;
  readonly exclusionsDeclared: number;
}

/** The committee over a file, now. */
interface Sat {
  /** Whether it sits on this file: its session is open and has it on its agenda. */
  readonly inSession: boolean;
  /** Who chairs the file there, in the room and not recused from it; null when nobody does. */
  readonly chair: string | null;
}

/** How the votes on one file went, after recusals. */
export interface Vote {
  /** Who is in the room, or voted before they left it. */
  readonly present: readonly string[];
  readonly recused: readonly string[];
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  /** What the chair voted, which decides between equal votes where the scheme says so; null when they abstained. */
  readonly casting: 'for' | 'against' | null;
}

export interface Condition {
  readonly text: string;
  /** YYYY-MM-DD */
  readonly due: string;
}

export type ApplicationEvent = Occurred &
  (
    | {
        readonly type: 'submit';
        readonly gate: SubmitGate;
        readonly digest: string;
        readonly criteriaVersion: string;
      }
    | { readonly type: 'requestInformation'; readonly items: readonly string[]; readonly dueAt: string }
    | {
        readonly type: 'answer';
        readonly unanswered: number;
        readonly naContradicted: number;
        readonly naUnexplained: number;
        readonly digest: string;
      }
    | { readonly type: 'accept' }
    | {
        readonly type: 'declareIneligible';
        readonly reason: string;
        readonly conflict: boolean;
        readonly appealBy: string;
      }
    | { readonly type: 'staff'; readonly reviewers: readonly AssignedReviewer[] }
    | {
        readonly type: 'deliverReview';
        readonly reviewId: string;
        readonly unscored: number;
        readonly deviationsWithoutComment: number;
        readonly conflict: boolean;
        /** Whether the delivered reviews diverge, counted only when this is the last one. */
        readonly diverging: boolean;
        /** Major findings still open over all reviews. */
        readonly openFindings: number;
        /** Until when they would have to be corrected. */
        readonly correctionDueAt: string;
      }
    | {
        readonly type: 'moderate';
        /** Places where the two reviews diverge and no level was settled. */
        readonly unsettled: number;
        readonly changedWithoutReason: number;
        /** Whether who settles was invited to it and accepted. */
        readonly accepted: boolean;
        /** Whether they can be given a file today. */
        readonly competent: boolean;
        readonly conflict: boolean;
        readonly openFindings: number;
        readonly correctionDueAt: string;
      }
    | { readonly type: 'submitCorrection'; readonly unansweredFindings: number }
    | {
        readonly type: 'acceptCorrection';
        readonly reason: string;
        /** Major findings that are not closed. */
        readonly openFindings: number;
      }
    | { readonly type: 'rejectCorrection'; readonly reason: string; readonly dueAt: string }
    | {
        readonly type: 'returnToEvaluation';
        readonly reason: string;
        readonly reviewers: readonly AssignedReviewer[];
      }
    | {
        readonly type: 'recommend';
        readonly ungradedFindings: number;
        /** Whether a trigger demands a visit or a call that nobody recorded. */
        readonly visitMissing: boolean;
        readonly draft: DecisionOutcome;
        readonly reason: string;
      }
    | ({ readonly type: 'defer'; readonly reason: string } & Sat)
    | ({
        readonly type: 'decide';
        readonly outcome: DecisionOutcome;
        readonly reason: string;
        readonly vote: Vote;
        /** Committee members with a tie to the applicant: none of them may vote. */
        readonly conflicted: readonly string[];
        /** Offers that may bear the label at the settled levels; none while the organisation does not pass. */
        readonly labelledOffers: number;
        readonly conditions: readonly Condition[];
        /** Documents that are too old by the day of the decision, where nothing newer proves the criterion. */
        readonly evidenceExpired: number;
      } & Sat)
    | { readonly type: 'announce'; readonly minutesApproved: boolean; readonly dueAt: string }
    | { readonly type: 'sign'; readonly digest: string; readonly labelNumber: string }
    | { readonly type: 'lodgeAppeal'; readonly grounds: string }
    | {
        readonly type: 'dismissAppeal';
        readonly reason: string;
        readonly dueAt: string;
        /** Everyone who judged the appeal. */
        readonly panel: readonly string[];
      }
    | {
        readonly type: 'upholdAppeal';
        readonly reason: string;
        readonly newEvaluation: boolean;
        readonly panel: readonly string[];
      }
    | { readonly type: 'withdraw' }
    | { readonly type: 'deadlinePassed' }
    | { readonly type: 'conflictFound'; readonly personId: string }
    | { readonly type: 'releaseReviewer'; readonly personId: string; readonly reason: string }
  );

export type ReviewEvent = Occurred &
  (
    | {
        readonly type: 'accept';
        readonly noConflictDeclared: boolean;
        /** Until when the review is to be delivered. */
        readonly dueAt: string;
      }
    | { readonly type: 'decline'; readonly reason: string }
    | {
        readonly type: 'deliver';
        readonly unscored: number;
        readonly deviationsWithoutComment: number;
        readonly conflict: boolean;
      }
    | { readonly type: 'deadlinePassed' }
    | { readonly type: 'conflictFound' }
    | { readonly type: 'release'; readonly reason: string }
    | { readonly type: 'fileClosed' }
  );

/** Why a label that holds gets a new certificate: what it prints changed, or the key it was signed with is not trusted any more. */
export const reissueCauses = ['name', 'standing', 'key'] as const;
export type ReissueCause = (typeof reissueCauses)[number];

export type LabelEvent = Occurred &
  (
    | { readonly type: 'issued'; readonly certificate: string; readonly entryReady: boolean }
    | { readonly type: 'suspend'; readonly reason: string; readonly dueAt: string }
    | { readonly type: 'restore'; readonly reason: string; readonly certificate: string }
    | { readonly type: 'withdrawLabel'; readonly reason: string }
    | { readonly type: 'terminate' }
    | { readonly type: 'reviseScope'; readonly certificate: string }
    | { readonly type: 'reissue'; readonly certificate: string; readonly cause: ReissueCause }
    | { readonly type: 'periodEnded'; readonly renewalFiled: boolean }
    | { readonly type: 'renew'; readonly successor: string }
    | { readonly type: 'renewalRefused' }
    | { readonly type: 'graceEnded' }
    | { readonly type: 'deadlinePassed' }
    | { readonly type: 'setStanding'; readonly standing: Standing }
    | { readonly type: 'upholdAppeal'; readonly reason: string; readonly certificate: string }
  );

export type WorkflowEvent =
  | ApplicationEvent
  | ReviewEvent
  | LabelEvent
  | FindingEvent
  | SessionEvent
  | AppealEvent;
