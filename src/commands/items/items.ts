import type { Offer } from '../../criteria/offer.ts';
import type { Language, Level } from '../../criteria/scheme.ts';
import type { ShownPart, TakeDownCode } from '../../criteria/takenDown.ts';
import type { Day } from '../../register/day.ts';
import type { HistoryStep, Photo } from '../../register/entry.ts';
import type { SanctionCode } from '../../register/sanction.ts';
import type { DecisionOutcome } from '../../workflow/events.ts';
import type { LabelEvent } from '../../workflow/label/labelEvents.ts';
import type { StoredApplication, StoredLabel, StoredReview } from '../../workflow/stored.ts';
import type { SignedAgreement } from './agreementText.ts';
import type { CriterionPlace } from './assessmentItems.ts';
import type { Lot, SettledGrade, Visit } from './decidingItems.ts';
import type { Item } from './item.ts';
import type { Organisation } from './organisation.ts';

export type {
  ConfirmedFact,
  EarlierCycle,
  Evidence,
  RivalAnswer,
  SelfAssessment,
} from './assessmentItems.ts';
export type { Item } from './item.ts';
export type { Invitation, Organisation } from './organisation.ts';
export { type Membership, type Person, type ReviewerProfile, type StaffRole, staffRoles } from './people.ts';
export type { SignedDeclarations, Snapshot } from './snapshot.ts';

export interface Application extends Item, StoredApplication {
  readonly startedAt: string;
  readonly submittedAt: string | null;
  /** What the third person settled where two reviews diverged. */
  readonly moderation: readonly Score[];
  /** Grades of findings that the third person settled; absent while there was nothing to settle. */
  readonly settledGrades?: readonly SettledGrade[];
  /** The rapporteur's draft and reason, for the committee. */
  readonly recommendation: { readonly draft: DecisionOutcome; readonly reason: string } | null;
  /** The reasons that go with the decision, kept sealed until it is announced. */
  readonly decisionReason: string;
  /** Since when its working copy is empty and its evidence gone; absent while they are there. */
  readonly contentErasedAt?: string;
  /** What the secretariat asked and what was answered, the first round first; absent while nothing was asked. */
  readonly information?: readonly InformationRound[];
  /** The holder's duties as they were signed; absent before. */
  readonly agreement?: SignedAgreement;
  /** Absent before the file was found admissible. */
  readonly lot?: Lot;
  readonly visits?: readonly Visit[];
  /** Of a reconsideration only. */
  readonly reconsideration?: Reconsideration;
}

/** Why an officer has some criteria of a label evaluated anew. */
export interface Reconsideration {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One round of questions of the secretariat. The clock stands still from `askedAt` to `answeredAt`. */
export interface InformationRound {
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answeredAt: string | null;
  readonly items: readonly {
    readonly id: string;
    /** The criterion that it is about; null for the file as a whole. */
    readonly place: CriterionPlace | null;
    readonly question: string;
    /** Empty until it is answered. */
    readonly answer: string;
  }[];
}

/** A holder's word for another organisation's application. It is shown, and never counts for the applicant. */
export interface Sponsorship {
  readonly id: string;
  readonly applicationId: string;
  /** The applicant's organisation. */
  readonly organisationId: string;
  readonly sponsorId: string;
  /** All that the sponsor gets to see of the file, as it was when it was asked. */
  readonly shown: {
    readonly organisation: string;
    readonly offers: readonly string[];
    /** What the applicant wants the label for, in its own sentence. */
    readonly purpose: string;
  };
  /** Name of the sponsor in the register when it was asked. */
  readonly sponsor: string;
  /** Number of the label that the sponsor holds. */
  readonly labelNumber: string;
  readonly state: 'asked' | 'given' | 'declined' | 'withdrawn';
  readonly note: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  /** Who of the sponsor answered. */
  readonly by: string | null;
}

/** One criterion as someone scored it; the comment is for the applicant. */
export interface Score extends CriterionPlace {
  readonly level: Level | 'na';
  readonly comment: string;
}

/** A requirement that a reviewer finds not met, with what is missing. */
export interface RaisedFinding {
  readonly grade: 'minor' | 'major';
  readonly text: string;
}

/** One criterion on a reviewer's desk: any part can be left for later until the review is delivered. */
export interface ReviewScore extends Omit<Score, 'level'> {
  readonly level: Level | 'na' | null;
  /** For its author alone: absent for everybody else, and gone with the author's account. */
  readonly note?: string;
  readonly finding?: RaisedFinding | null;
}

export interface Review extends Item, StoredReview {
  /** Organisation of the file: who is barred from it does not see its reviews either. */
  readonly organisationId: string;
  readonly invitedAt: string;
  /** Whether the person was asked to wait for a place that falls free. */
  readonly substitute: boolean;
  readonly scores: readonly ReviewScore[];
}

export interface Label extends Item, StoredLabel {
  /** Language of the certificate. */
  readonly language: Language;
  /** The organisation's name on the certificate, once it is another than in the file's last snapshot. */
  readonly name?: string;
  /** What the register says of the organisation, once a change made it another than in the file's last snapshot. */
  readonly organisation?: CertifiedOrganisation;
  /** The site that the register names, once an officer took another than in the file's last snapshot; empty for none. */
  readonly website?: string;
  /** Offers that the label covers, each as frozen in the last snapshot of its file, but for what its holder changes freely. */
  readonly offers: readonly Offer[];
  /** Photographs by the ids of offers; absent while there was none. */
  readonly photos?: Readonly<Record<string, Photo>>;
  /** What officers took down of its offers, the oldest first; absent while there was nothing. */
  readonly takenDown?: readonly TakenDown[];
  /** The first day by which one of its conditions has to be met; absent where none has to. */
  readonly conditionDue?: Day;
  readonly history: readonly LabelStep[];
  /** What was said in its proceedings, the oldest first; absent while there were none. */
  readonly words?: readonly LabelWord[];
}

/** What an officer took out of what is shown of an offer, and why its holder reads that it was. */
export interface TakenDown {
  readonly offerId: string;
  readonly part: ShownPart;
  readonly code: TakeDownCode;
  readonly reason: string;
  readonly at: string;
  /** Digest of what was shown: the very same is not shown again. */
  readonly digest: string;
}

/** What a label came to at an instant, and its standing from then on: absent while it is clean. */
export interface LabelStep extends Omit<HistoryStep, 'on'> {
  readonly at: string;
}

/** A statement on a label, by the event that it went with. */
export interface LabelWord {
  readonly step: // Of earlier versions: an officer ended it at once.
    | 'terminate'
    | Exclude<
        LabelEvent['type'],
        | 'issued'
        | 'extendScope'
        | 'prolong'
        | 'reissue'
        | 'periodEnded'
        | 'renew'
        | 'renewalRefused'
        | 'graceEnded'
        | 'deadlinePassed'
        | 'lodgeAppeal'
      >;
  readonly text: string;
  readonly at: string;
  readonly code?: SanctionCode;
  /** What the holder has to do. */
  readonly todo?: string;
  /** Until when: an instant, or the day of a notice. */
  readonly until?: string;
  /** The day of a call. */
  readonly on?: Day;
  /** Ids of the files that it names. */
  readonly documents?: readonly string[];
}

/** What the register and the credential say of a holder beside its name. */
export type CertifiedOrganisation = Pick<Organisation, 'legalForm' | 'identifier' | 'commune' | 'sector'> &
  // Absent where a label was moved to another commune before its postcode was kept.
  Partial<Pick<Organisation, 'postcode'>>;

/** Why a label gets a new certificate, and what it shall say anew. */
export type RevisionAsk =
  | { readonly cause: 'restored'; readonly reason: string }
  /** `offers` are the ids of those that stay; `applicationId` is the reconsideration that takes the others off it, where one does. */
  | {
      readonly cause: 'scope';
      readonly offers: readonly string[];
      readonly reason: string;
      readonly applicationId?: string;
    }
  /** `applicationId` is the extension whose offers come to it. */
  | { readonly cause: 'extension'; readonly applicationId: string }
  | { readonly cause: 'name'; readonly name: string }
  | { readonly cause: 'organisation'; readonly name: string; readonly organisation: CertifiedOrganisation }
  /** After an appeal: the label holds again, holds meanwhile, or covers again what was taken out of it. */
  | { readonly cause: 'reinstated' | 'stayed'; readonly reason: string }
  | { readonly cause: 'scopeRestored'; readonly offers: readonly Offer[] }
  | { readonly cause: 'standing' }
  | { readonly cause: 'key' };
