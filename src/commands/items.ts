import type { Language, Level } from '../criteria/scheme.ts';
import type { Day } from '../register/day.ts';
import type { OfferType } from '../register/entry.ts';
import type { Region } from '../register/region.ts';
import type { Sector } from '../register/sector.ts';
import type { DecisionOutcome } from '../workflow/events.ts';
import type { StoredApplication, StoredLabel, StoredReview } from '../workflow/stored.ts';
import type { Lot, SettledGrade, Visit } from './decidingItems.ts';
import type { SignedAgreement } from './label/agreementText.ts';

export type {
  ConfirmedFact,
  EarlierCycle,
  Evidence,
  RivalAnswer,
  SelfAssessment,
} from './assessmentItems.ts';
export type { ReviewerProfile } from './reviewerProfile.ts';
export type { SignedDeclarations, Snapshot } from './snapshot.ts';

/** What every stored item has: its id, a revision that each commit raises by one, and the end of its record chain. */
export interface Item {
  readonly id: string;
  readonly revision: number;
  readonly head: { readonly seq: number; readonly hash: string };
}

export type LegalForm = 'association' | 'cooperative' | 'foundation' | 'company' | 'selfEmployed' | 'public';

/** A role that a person holds for the whole service; the roles inside an organisation are memberships. */
export const staffRoles = ['reviewer', 'officer', 'committee', 'chair', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface Membership {
  readonly organisationId: string;
  readonly role: 'owner' | 'editor' | 'reader';
}

export interface Person extends Item {
  /** Lower case; empty once the person was erased. */
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  readonly memberships: readonly Membership[];
  /** Kinds of letters that are no duty and that the person does not want. */
  readonly unsubscribed: readonly string[];
  /** Since when the person is let in no more and gets no letter; null while they are. */
  readonly removedAt: string | null;
  /** YYYY-MM-DD of the last sign-in, or of the day they were enrolled. */
  readonly seenOn: string;
}

export interface Organisation extends Item {
  readonly name: string;
  readonly legalForm: LegalForm;
  /** UID (CHE-…), SIREN or SIRET, with its check digits verified; empty when the form of organisation has none. */
  readonly identifier: string;
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
  /** Null until someone of the organisation says it: whoever registered before it was asked has said nothing. */
  readonly region: Region | null;
  /** What it works in; null where nobody said so. */
  readonly sector: Sector | null;
  /** YYYY-MM-DD, or null when not known. */
  readonly founded: string | null;
  readonly acceptsLeman: boolean;
  /** Its own site, as register/website.ts keeps it; empty where none was given. */
  readonly website: string;
  readonly specimen: boolean;
  /** Legal names it no longer has, the oldest first, each with the day of the change. */
  readonly formerNames: readonly { readonly name: string; readonly until: Day }[];
  /** The registration that goes on in place of this one, which was a second one of the same organisation; null otherwise. */
  readonly mergedInto: string | null;
}

/** An address asked to join an organisation. Whoever proves to have it by signing in may answer. */
export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  /** Its name when it invited: who is invited sees nothing else of it before joining. */
  readonly organisation: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Membership['role'];
  readonly invitedBy: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn';
}

export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly type: OfferType;
  readonly sheet: string;
}

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
  /** Absent before the file was found admissible, and in files older than the draw. */
  readonly lot?: Lot;
  readonly visits?: readonly Visit[];
}

/** One round of questions of the secretariat. The clock stands still from `askedAt` to `answeredAt`. */
export interface InformationRound {
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answeredAt: string | null;
  readonly items: readonly {
    readonly id: string;
    /** The criterion that it is about, `offerId` empty for the organisation's; null for the file as a whole. */
    readonly place: { readonly offerId: string; readonly criterion: string } | null;
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

/** One criterion as someone scored it; `offerId` is empty for the organisation's criteria, the comment is for the applicant. */
export interface Score {
  readonly offerId: string;
  readonly criterion: string;
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
  /** For its author alone. Nobody else reads it, and it goes with the author's account. */
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
  /** The site that the register names, once an officer took another than in the file's last snapshot; empty for none. */
  readonly website?: string;
  /** Offers that the label covers, as frozen in the file's last snapshot. */
  readonly offers: readonly Offer[];
  readonly history: readonly { readonly state: StoredLabel['state']; readonly at: string }[];
}
