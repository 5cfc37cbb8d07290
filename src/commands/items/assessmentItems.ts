import type { Answer, Assessment } from '../../criteria/assessment.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { Cycle } from '../../criteria/scheme.ts';
import type { Day } from '../../register/day.ts';
import type { HeldCertificate } from './heldCertificate.ts';
import type { CleanFile } from './intake.ts';
import type { OwnExchanges } from './ownExchanges.ts';
import type { MadeFrom } from './questionnaire.ts';

/** A criterion of a file; `offerId` is empty for the organisation's. */
export interface CriterionPlace {
  readonly offerId: string;
  readonly criterion: string;
}

/** Whether two name the same criterion of a file. */
export function isSamePlace(one: CriterionPlace, other: CriterionPlace): boolean {
  return one.offerId === other.offerId && one.criterion === other.criterion;
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
  /** What the key of the API was called by which a program brought it for that person; absent where they did themselves. */
  readonly byKey?: string;
  /** The document that this file is a revision of: the id of its first file. */
  readonly document: string;
  /** From 1; the highest one of a document is the one that answers point to. */
  readonly revision: number;
  /** First and last day that it tells about; null where nobody said so. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Since when the document is not offered any more; snapshots keep it. */
  readonly withdrawnAt: string | null;
  /** Where the service made it of a questionnaire; absent for a file from outside. */
  readonly madeFrom?: MadeFrom;
}

/** What is said about a document: the period that its newest file tells about, or since when it is not offered any more. */
export type EvidenceEdit = Pick<Evidence, 'from' | 'until'> | Pick<Evidence, 'withdrawnAt'>;

/** An answer that came second: someone else had changed the same one. It waits for a person to choose between both. */
export interface RivalAnswer {
  readonly id: string;
  readonly offerId: string;
  readonly answer: Answer;
  readonly by: string;
  readonly at: string;
}

/** A figure far from the one before, of which a person said that it is right. */
export interface ConfirmedFact {
  readonly offerId: string;
  readonly fact: string;
  readonly before: number;
  readonly value: number;
  readonly by: string;
  readonly at: string;
}

/** What a renewal begins with, or an application in the place of a label: the file of that label, as it was frozen last. */
export interface EarlierCycle {
  readonly applicationId: string;
  readonly labelNumber: string;
  readonly criteriaVersion: string;
  readonly assessment: Assessment;
  readonly offers: readonly Offer[];
  /** By whose rules the new file is judged; those of a renewal where it does not say. */
  readonly cycle?: Cycle;
}

/** The label that an extension or a reconsideration is about, with the cycle of its file. */
export interface OfLabel {
  readonly number: string;
  readonly cycle: Cycle;
}

/** What the applicant declares and signs with an application, as far as they said it. */
export interface Declared {
  readonly exclusions: Readonly<Record<string, 'yes' | 'no'>>;
  readonly rulesAccepted: boolean;
  /** Who signs, as they wrote it; empty before. */
  readonly name: string;
  /** Who wrote that: nobody else signs with it. */
  readonly by: string;
}

/** The applicant's working copy. It goes on beside the frozen snapshots; `revision` rises with each save. */
export interface SelfAssessment extends Assessment {
  readonly applicationId: string;
  readonly revision: number;
  readonly offersNamed: readonly Offer[];
  readonly showScores: boolean;
  readonly declared?: Declared;
  readonly rivals?: readonly RivalAnswer[];
  readonly confirmed?: readonly ConfirmedFact[];
  readonly earlier?: EarlierCycle;
  readonly ofLabel?: OfLabel;
  /** Certificates of others that it says it holds. */
  readonly certificates?: readonly HeldCertificate[];
  /** What its exchanges here led to, at most once for each criterion that they say something about. */
  readonly exchanges?: readonly OwnExchanges[];
}
