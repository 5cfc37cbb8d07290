import type { Assessment } from '../criteria/assessment.ts';
import type { Language, Level } from '../criteria/scheme.ts';
import type { Day } from '../register/day.ts';
import type { OfferType } from '../register/entry.ts';
import type { Region } from '../register/region.ts';
import type { DecisionOutcome } from '../workflow/events.ts';
import type { StoredApplication, StoredLabel, StoredReview } from '../workflow/stored.ts';
import type { CleanFile } from './intake.ts';

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
  /** YYYY-MM-DD, or null when not known. */
  readonly founded: string | null;
  readonly acceptsLeman: boolean;
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
  /** The rapporteur's draft and reason, for the committee. */
  readonly recommendation: { readonly draft: DecisionOutcome; readonly reason: string } | null;
  /** The reasons that go with the decision, kept sealed until it is announced. */
  readonly decisionReason: string;
  /** Since when its working copy is empty and its evidence gone; absent while they are there. */
  readonly contentErasedAt?: string;
}

/** A file that an organisation handed in for an application; its bytes are kept under `digest`. */
export interface Evidence extends Omit<CleanFile, 'bytes'> {
  readonly id: string;
  readonly organisationId: string;
  readonly applicationId: string;
  /** Bytes. */
  readonly size: number;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
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
  /** Organisation of the file: who is barred from it does not see its reviews either. */
  readonly organisationId: string;
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
