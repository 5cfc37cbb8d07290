import type { LabelState, Standing } from '../register/entry.ts';
import type { LabelDecision, SanctionCode } from '../register/sanction.ts';
import type { applicationDecision } from './application/decision.ts';
import type { applicationEvaluation } from './application/evaluation.ts';
import type { applicationIntake } from './application/intake.ts';
import type { applicationRefusal } from './application/refusal.ts';
import type { Condition, DecisionOutcome } from './events.ts';
import type { VoteChoice } from './session/sessionEvents.ts';
import type { SurveillanceTask } from './surveillanceEvents.ts';

/** How a machine is kept in its item: name of the state, what its guards read, and which version of the machine wrote it. */
export interface Stored<State extends string, Context> {
  readonly machineVersion: number;
  readonly state: State;
  readonly context: Context;
}

export type ApplicationState = keyof (typeof applicationIntake &
  typeof applicationEvaluation &
  typeof applicationDecision &
  typeof applicationRefusal);

export type ApplicationKind = 'initial' | 'renewal' | 'extension' | 'reconsideration';

/** What a file on a label that is there is about: new offers (an extension) or some criteria (a reconsideration). */
export type ApplicationScope = { readonly label: string } & (
  | { readonly offers: readonly string[] }
  | { readonly criteria: readonly string[] }
);

/** Limits taken from the scheme when the application is started, so that an open file keeps its rules. */
export interface ApplicationLimits {
  readonly reviewers: number;
  readonly reviewerLoad: number;
  readonly quorum: number;
  readonly informationRounds: number;
  readonly correctionRounds: number;
  /** Whether the chair's vote decides between equal ones. */
  readonly castingVote: boolean;
}

export interface ApplicationContext {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly kind: ApplicationKind;
  /** Null where everything is asked. The offers of an extension are those that were sent last. */
  readonly scope: ApplicationScope | null;
  /** The label that it takes the place of once granted, and the notice of change that asks for it; null where none does. */
  readonly succeeds: { readonly label: string; readonly change: string } | null;
  readonly limits: ApplicationLimits;
  readonly criteriaVersion: string;
  /** Snapshots frozen so far. */
  readonly snapshots: number;
  readonly screenedBy: string | null;
  readonly reviewers: readonly {
    readonly reviewId: string;
    readonly personId: string;
    readonly delivered: boolean;
  }[];
  /** People who scored, recommended, decided or judged an appeal in a round of this file that no longer counts: they take no part again. */
  readonly earlierPeople: readonly string[];
  readonly moderatedBy: string | null;
  readonly rapporteur: string | null;
  readonly deciders: readonly string[];
  readonly informationRounds: number;
  readonly correctionRounds: number;
  readonly openFindings: number;
  /** Where an answered information request goes back to. */
  readonly returnTo: 'screening' | 'recommendation' | null;
  readonly outcome: DecisionOutcome | null;
  readonly conditions: readonly Condition[];
  /** ISO instant at which `deadlinePassed` becomes true in the present state. */
  readonly dueAt: string | null;
  readonly appealAgainst: 'refusal' | 'conditions' | null;
  readonly labelNumber: string | null;
}

export type ReviewState = 'invited' | 'scoring' | 'delivered' | 'declined' | 'expired' | 'voided';

export interface ReviewContext {
  readonly reviewId: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly dueAt: string;
  /** What the person is asked for where it is not a score of the file: to settle two that diverge. */
  readonly task?: 'moderation';
}

export interface LabelContext {
  readonly number: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly standing: Standing;
  /** Counts certificates of this number, from 1; 0 before the first. */
  readonly revision: number;
  readonly certificate: string | null;
  /** First and last day, YYYY-MM-DD, both included. */
  readonly since: string;
  readonly until: string;
  readonly successor: string | null;
  /** Until when a suspension can be put right. */
  readonly dueAt: string | null;
  /** What the holder can say something to before it is decided, or after an urgent suspension; null while nothing is. */
  readonly hearing: {
    readonly about: 'suspension' | 'withdrawal';
    readonly code: SanctionCode;
    readonly dueAt: string;
    readonly answered: boolean;
  } | null;
  /** The last day on which the label is to hold, as its holder gave notice, YYYY-MM-DD. */
  readonly endsOn: string | null;
  /** A notice that an officer recorded for the holder: ends nothing until another officer confirmed it, and the holder can object. */
  readonly notice: {
    readonly on: string;
    /** Id of the officer. */
    readonly by: string;
    readonly confirmed: boolean;
  } | null;
  /** Until when what a conditional standing depends on is due. */
  readonly standingDueAt: string | null;
  /** What is without effect while an appeal against it is judged. */
  readonly stayed: 'suspended' | 'withdrawn' | null;
  /** Decisions that an appeal can be lodged against, each until an instant. */
  readonly appealable: readonly { readonly against: LabelDecision; readonly until: string }[];
}

/** Of what a label's context holds, what is not there when it opens. */
export const untouchedLabel = {
  hearing: null,
  endsOn: null,
  notice: null,
  standingDueAt: null,
  stayed: null,
  appealable: [],
} as const satisfies Partial<LabelContext>;

export type FindingState =
  | 'raised'
  | 'actionProposed'
  | 'actionAccepted'
  | 'proofSubmitted'
  | 'escalated'
  | 'closed'
  | 'dropped';

export interface FindingContext {
  readonly findingId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly grade: 'minor' | 'major';
  /** Those who scored the file: they say whether an action answers the finding, and whether its proof holds. */
  readonly reviewers: readonly string[];
  readonly dueAt: string;
  /** The label that it was carried over to; from then on the officers judge it. */
  readonly labelNumber: string | null;
}

export type ConditionState = 'open' | 'proofSubmitted' | 'unmet' | 'met' | 'dropped';

export interface ConditionContext {
  readonly conditionId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly labelNumber: string;
  /** Until when it is to be proven. */
  readonly dueAt: string;
}

export type SessionState = 'planned' | 'convened' | 'open' | 'closed' | 'minutesApproved' | 'cancelled';

export interface SessionContext {
  readonly sessionId: string;
  readonly quorum: number;
  readonly plannedFor: string;
  /** Ids of the files, in the order in which they are taken. */
  readonly agenda: readonly string[];
  /** Who was invited to it; null before it was convened, and of those convened before that was kept. */
  readonly invited: readonly string[] | null;
  /** Who said before it opened that they would not come. */
  readonly excused: readonly string[];
  /** Who opened it, or took the chair since; null before. */
  readonly chair: string | null;
  /** Who took the chair, of the session or of one file of it, in order: first who opened it. */
  readonly chairs: readonly { readonly applicationId: string | null; readonly personId: string }[];
  /** Who is in the room now, and who ever was. */
  readonly present: readonly string[];
  readonly attended: readonly string[];
  readonly recusals: readonly { readonly applicationId: string; readonly personId: string }[];
  readonly votes: readonly {
    readonly applicationId: string;
    /** What of the file it decides: its application, by its number, or one proposal to withdraw its label. */
    readonly item: string;
    readonly personId: string;
    readonly choice: VoteChoice;
  }[];
  readonly concluded: readonly {
    readonly applicationId: string;
    readonly result: 'decided' | 'deferred';
    /** Who chaired it. */
    readonly chair: string;
  }[];
  /** sha-256 (hex) of the minutes that were signed so far; null while nobody signed. */
  readonly minutes: string | null;
  readonly signedBy: readonly string[];
}

export type SurveillanceState = 'due' | 'declared' | 'findings' | 'overdue' | 'confirmed' | 'dropped';

export interface SurveillanceContext {
  readonly surveillanceId: string;
  readonly labelNumber: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly task: SurveillanceTask;
  readonly dueAt: string;
  /** How many times an officer had findings. */
  readonly findings: number;
}

export type StoredApplication = Stored<ApplicationState, ApplicationContext>;
export type StoredReview = Stored<ReviewState, ReviewContext>;
export type StoredLabel = Stored<LabelState, LabelContext>;
export type StoredFinding = Stored<FindingState, FindingContext>;
export type StoredCondition = Stored<ConditionState, ConditionContext>;
export type StoredSession = Stored<SessionState, SessionContext>;
export type StoredSurveillance = Stored<SurveillanceState, SurveillanceContext>;
