import type { Assessment } from '../criteria/assessment.ts';
import type { Language, Level } from '../criteria/scheme.ts';
import type { OfferType } from '../register/entry.ts';
import type { DecisionOutcome } from '../workflow/events.ts';
import type { StoredApplication, StoredLabel, StoredReview } from '../workflow/stored.ts';

/** What every stored item has: its id, a revision that each commit raises by one, and the end of its record chain. */
export interface Item {
  readonly id: string;
  readonly revision: number;
  readonly head: { readonly seq: number; readonly hash: string };
}

export type LegalForm = 'association' | 'cooperative' | 'foundation' | 'company' | 'selfEmployed' | 'public';

/** A role that a person holds for the whole service; the roles inside an organisation are memberships. */
export type StaffRole = 'reviewer' | 'officer' | 'committee' | 'chair' | 'administrator';

export interface Membership {
  readonly organisationId: string;
  readonly role: 'owner' | 'editor' | 'reader';
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  readonly memberships: readonly Membership[];
}

export interface Organisation extends Item {
  readonly name: string;
  readonly legalForm: LegalForm;
  /** UID (CHE-…) or SIREN, with its check digit verified; empty when the form of organisation has none. */
  readonly identifier: string;
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
  /** YYYY-MM-DD, or null when not known. */
  readonly founded: string | null;
  readonly acceptsLeman: boolean;
  readonly specimen: boolean;
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
  /** The rapporteur's draft and reason, for the committee. */
  readonly recommendation: { readonly draft: DecisionOutcome; readonly reason: string } | null;
  /** The reasons that go with the decision, kept sealed until it is announced. */
  readonly decisionReason: string;
}

/** The applicant's working copy. It goes on beside the frozen snapshots; `revision` rises with each save. */
export interface SelfAssessment extends Assessment {
  readonly applicationId: string;
  readonly revision: number;
  readonly offersNamed: readonly Offer[];
  readonly showScores: boolean;
}

/** What the reviewers see: frozen at submission, named by its digest. */
export interface Snapshot {
  readonly applicationId: string;
  readonly n: number;
  readonly at: string;
  readonly criteriaVersion: string;
  /** sha-256 (hex) of the canonical JSON of `content`. */
  readonly digest: string;
  readonly content: {
    readonly organisation: Omit<Organisation, 'revision' | 'head'>;
    readonly assessment: Assessment;
    readonly offers: readonly Offer[];
    readonly showScores: boolean;
  };
}

/** One criterion as a reviewer scored it; `offerId` is empty for the organisation's criteria. */
export interface Score {
  readonly offerId: string;
  readonly criterion: string;
  readonly level: Level | 'na';
  readonly comment: string;
}

export interface Review extends Item, StoredReview {
  readonly invitedAt: string;
  readonly scores: readonly Score[];
}

export interface Label extends Item, StoredLabel {
  /** Language of the certificate. */
  readonly language: Language;
  /** Offers that the label covers, as frozen in the file's last snapshot. */
  readonly offers: readonly Offer[];
  readonly history: readonly { readonly state: StoredLabel['state']; readonly at: string }[];
}
