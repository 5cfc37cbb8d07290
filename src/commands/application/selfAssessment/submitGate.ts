import type { Answer, Assessment } from '../../../criteria/assessment.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsAt } from '../../../criteria/figuresAt.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { isCarried, marksOf } from '../../../scoring/marks.ts';
import { fileVerdictOf, isMandatory } from '../../../scoring/verdict.ts';
import type { SubmitGate } from '../../../workflow/events.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import type { EvidenceDocument } from '../../file/documentsOf.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { SelfAssessment } from '../../items/items.ts';
import { partOf } from './answerIn.ts';
import { naClaimsOf } from './naClaims.ts';
import type { SubmissionBlockers } from './submissionBlockers.ts';

/** What blocks the submission of a working copy, place by place. */
export type Readiness = ReturnType<typeof readinessOf>;

/** What the applicant signs at submission. */
export interface Declarations {
  readonly rulesAccepted: boolean;
  /** "yes" or "no" by exclusion; all must be answered. */
  readonly exclusions: Readonly<Record<string, 'yes' | 'no'>>;
}

/** Reads a working copy and its documents against the whole rules of its cycle; what it carries over is not asked again. Pure. */
export function readinessOf(
  scheme: Scheme,
  assessment: Assessment & Pick<SelfAssessment, 'offersNamed' | 'rivals' | 'earlier' | 'ofLabel'>,
  documents: readonly Pick<EvidenceDocument, 'id' | 'withdrawn'>[] = [],
) {
  const offered = new Set(documents.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  const cycle = cycleOfCopy(assessment);
  const verdict = fileVerdictOf(scheme, cycle, marksOf(scheme, cycle, assessment));
  const parts = [{ offerId: '', verdict: verdict.organisation }, ...verdict.offers].map((part) => {
    const { offerId } = part;
    const answers = partOf(assessment, offerId)?.answers ?? [];
    return { ...part, answers, na: naClaimsOf(scheme, cycle, answers, factsAt(assessment, offerId)) };
  });
  type Part = (typeof parts)[number];
  const places = (pick: (part: Part) => readonly string[]): CriterionPlace[] =>
    parts.flatMap((part) => pick(part).map((criterion) => ({ offerId: part.offerId, criterion })));
  // By a document that is offered, or one that is named (docs/decisions/0005); what is not applicable needs none.
  const isProven = (answer: Answer | undefined) =>
    answer?.na || answer?.evidence.trim() || answer?.files?.some((document) => offered.has(document));
  const unproven = ({ offerId, answers }: Part) =>
    criteriaOf(scheme, offerId === '' ? 'organisation' : 'offer')
      .filter((rule) => isMandatory(rule, cycle) && !isCarried(assessment, offerId, rule.id))
      .filter(({ id }) => !isProven(answers.find(({ criterion }) => criterion === id)));
  return {
    verdict,
    // A refused claim is reported as that, and not as a missing answer or level as well.
    unanswered: places((part) => part.verdict.missing.filter((id) => !part.na.contradicted.includes(id))),
    /** Where figures or cycle contradict a "not applicable". */
    naContradicted: places(({ na }) => na.contradicted),
    /** Where its required reason is missing. */
    naUnexplained: places(({ na }) => na.unexplained),
    mandatoryUnmet: places((part) => part.verdict.mandatory.map(({ criterion }) => criterion)),
    /** Mandatory criteria that nothing proves. */
    evidenceMissing: places((part) => unproven(part).map(({ id }) => id)),
    /** Themes under their floor, and scopes ("" or an offer's id) under the overall threshold. */
    floorsMissed: parts.flatMap(({ offerId, verdict: { floors, overallReached } }) => [
      ...floors.map(({ theme }) => ({ offerId, theme })),
      ...(overallReached ? [] : [{ offerId, theme: null }]),
    ]),
    /** A label covers named offers: at least one must be there. */
    noOffer: assessment.offersNamed.length === 0,
    /** Where two people answered at once and nobody has chosen yet. */
    rivals: (assessment.rivals ?? []).map(({ offerId, answer: { criterion } }) => ({ offerId, criterion })),
  };
}

/** The same as the counts and flags that the machine's guards read. */
export function gateOf(
  scheme: Scheme,
  readiness: Readiness,
  declared: Declarations,
  { versionOpen, other, label, over }: SubmissionBlockers,
): SubmitGate {
  const answers = scheme.exclusions.map(({ id }) => declared.exclusions[id]);
  return {
    unanswered: readiness.unanswered.length + readiness.rivals.length + (readiness.noOffer ? 1 : 0),
    naContradicted: readiness.naContradicted.length,
    naUnexplained: readiness.naUnexplained.length,
    mandatoryUnmet: readiness.mandatoryUnmet.length,
    floorsMissed: readiness.floorsMissed.length,
    evidenceMissing: readiness.evidenceMissing.length,
    rulesAccepted: declared.rulesAccepted,
    exclusionsSigned: answers.every((answer) => answer !== undefined),
    exclusionsDeclared: answers.filter((answer) => answer === 'yes').length,
    versionOpen,
    ...(label && { labelHolds: label.holds }),
    ...(over.length > 0 && { certificatesOver: over.length }),
    otherOpenApplication: other !== null,
  };
}
