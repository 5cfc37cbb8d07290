import type { OfferLine } from '../../criteria/assessment.ts';
import type { Declared } from './assessmentItems.ts';
import type { HeldCertificate } from './heldCertificate.ts';
import type { ConfirmedFact, RivalAnswer, SelfAssessment } from './items.ts';
import type { OwnExchanges } from './ownExchanges.ts';

/** A working copy's part that one save replaces; the rest is not rewritten. */
export type AssessmentEdit =
  | {
      readonly part: 'answer';
      readonly offerId: string;
      readonly answer: SelfAssessment['answers'][number];
      /** The answer as it was read: another one there now means `stale`. */
      readonly before: SelfAssessment['answers'][number] | null;
    }
  | {
      readonly part: 'facts';
      readonly offerId: string;
      readonly facts: SelfAssessment['facts'];
      /** Figures that are given no more. */
      readonly removed?: readonly string[];
      /** Those far from the one before, of which the editor said that they are right. */
      readonly confirmed?: readonly ConfirmedFact[];
      /** The lines that an offer's figures add up. */
      readonly lines?: readonly OfferLine[];
    }
  | {
      readonly part: 'offer';
      readonly offer: SelfAssessment['offersNamed'][number];
      /** How many there may be at most with a new one: as many there already now means `stale`. */
      readonly max?: number;
      /** The offer as it was read, where that was said: another one there now means `stale`. */
      readonly before?: SelfAssessment['offersNamed'][number];
    }
  | {
      /** An answer that came second is kept beside the first one, or in place of what its writer had there. */
      readonly part: 'rival';
      readonly rival: RivalAnswer;
      readonly before: RivalAnswer | null;
      /** How many may be open at once: as many there already means `stale`. */
      readonly max: number;
    }
  | {
      /** The end of a rival: its answer takes the place of the one `before`, or that one stays where `answer` is null. */
      readonly part: 'choice';
      readonly rival: RivalAnswer;
      readonly before: SelfAssessment['answers'][number] | null;
      readonly answer: SelfAssessment['answers'][number] | null;
    }
  | {
      /** Joins a document to an answer or takes it from there; an answer that is not there begins with it. */
      readonly part: 'files';
      readonly offerId: string;
      readonly criterion: string;
      readonly document: string;
      readonly joined: boolean;
    }
  | {
      /** A certificate that the organisation says it holds, in the place of the same one said before. */
      readonly part: 'certificate';
      readonly held: HeldCertificate;
    }
  | { readonly part: 'removeCertificate'; readonly certificate: string }
  /** What its exchanges here led to, taken over for a criterion in the place of what was taken over before. */
  | { readonly part: 'exchanges'; readonly own: OwnExchanges }
  | { readonly part: 'removeExchanges'; readonly criterion: string }
  /** An offer with all that was said of it; one that is not there any more means `stale`. */
  | { readonly part: 'removeOffer'; readonly offerId: string }
  | { readonly part: 'showScores'; readonly showScores: boolean }
  | { readonly part: 'declared'; readonly declared: Declared };
