import type { Assessment } from '../../criteria/assessment.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { ConfirmedFact, EarlierCycle, Evidence, OfLabel } from './assessmentItems.ts';
import type { HeldCertificate } from './heldCertificate.ts';
import type { Organisation } from './organisation.ts';
import type { OwnExchanges } from './ownExchanges.ts';
import type { Membership } from './people.ts';

/** What was signed with a submission. */
export interface SignedDeclarations {
  readonly rulesAccepted: true;
  /** "yes" or "no" by exclusion. */
  readonly exclusions: Readonly<Record<string, 'yes' | 'no'>>;
  /** Who signed, as they wrote it, and their role in the organisation. */
  readonly name: string;
  readonly role: Membership['role'];
  readonly personId: string;
  readonly at: string;
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
    /** The file of each document at that moment. */
    readonly evidence: readonly Evidence[];
    /** Absent where a working copy is printed. */
    readonly declarations?: SignedDeclarations;
    /** The rules that it was made under, with their digest. */
    readonly criteria: { readonly version: string; readonly digest: string };
    readonly confirmed?: readonly ConfirmedFact[];
    /** Of a renewal: what the last cycle had claimed. */
    readonly earlier?: EarlierCycle;
    /** Of a file on a label that is there. */
    readonly ofLabel?: OfLabel;
    readonly certificates?: readonly HeldCertificate[];
    readonly exchanges?: readonly OwnExchanges[];
    /** Who advised the organisation when it was frozen, by name; absent where nobody did. */
    readonly advisers?: readonly string[];
  };
}
