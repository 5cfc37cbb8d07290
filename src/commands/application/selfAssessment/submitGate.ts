import type { Answer, Assessment } from '../../../criteria/assessment.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsAt } from '../../../criteria/figuresAt.ts';
import type { Cycle, Scheme, Scope } from '../../../criteria/scheme.ts';
import { marksOf } from '../../../scoring/marks.ts';
import { fileVerdictOf, isMandatory } from '../../../scoring/verdict.ts';
import type { SubmitGate } from '../../../workflow/events.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import type { EvidenceDocument } from '../../file/documentsOf.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { SelfAssessment } from '../../items/items.ts';
import { naClaimsOf } from './naClaims.ts';
import type { SubmissionBlockers } from './submissionBlockers.ts';

/** What stands between a working copy and its submission, place by place. */
export type Readiness = ReturnType<typeof readinessOf>;

/** What the applicant signs at submission. */
export interface Declarations {
  readonly rulesAccepted: boolean;
  /** "yes" or "no" by exclusion; all must be answered. */
  readonly exclusions: Readonly<Record<string, 'yes' | 'no'>>;
}

/** Reads a working copy and its documents against the rules of its cycle. Pure. */
export function readinessOf(
  scheme: Scheme,
  assessment: Assessment & Pick<SelfAssessment, 'offersNamed' | 'rivals' | 'earlier'>,
  documents: readonly Pick<EvidenceDocument, 'id' | 'withdrawn'>[] = [],
) {
  const offered = new Set(documents.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  const cycle = cycleOfCopy(assessment);
  const marks = marksOf(scheme, cycle, assessment);
  const verdict = fileVerdictOf(scheme, cycle, marks);
  const scopes = [
    { offerId: '', verdict: verdict.organisation, answers: assessment.answers },
    ...verdict.offers.map((offer) => ({
      ...offer,
      answers: assessment.offers.find((o) => o.offerId === offer.offerId)?.answers ?? [],
    })),
  ];
  const places = (pick: (scope: (typeof scopes)[number]) => readonly string[]): CriterionPlace[] =>
    scopes.flatMap((scope) => pick(scope).map((criterion) => ({ offerId: scope.offerId, criterion })));
  const claims = ({ offerId, answers }: (typeof scopes)[number]) =>
    naClaimsOf(scheme, cycle, answers, factsAt(assessment, offerId));
  const na = new Map(scopes.map((scope) => [scope.offerId, claims(scope)]));
  const contradicted = ({ offerId }: { offerId: string }) => na.get(offerId)?.contradicted ?? [];
  return {
    verdict,
    // A refused claim is reported as that, and not as a missing answer or level as well.
    unanswered: places((scope) => scope.verdict.missing.filter((id) => !contradicted(scope).includes(id))),
    /** Where figures or cycle contradict a "not applicable". */
    naContradicted: places(contradicted),
    /** Where its required sentence is missing. */
    naUnexplained: places(({ offerId }) => na.get(offerId)?.unexplained ?? []),
    mandatoryUnmet: places((scope) => scope.verdict.mandatory.map((unmet) => unmet.criterion)),
    evidenceMissing: places(({ offerId, answers }) =>
      unproven(scheme, cycle, offerId === '' ? 'organisation' : 'offer', answers, offered),
    ),
    /** Themes under their floor, and scopes ("" or an offer's id) under the overall threshold. */
    floorsMissed: scopes.flatMap(({ offerId, verdict: { floors, overallReached } }) => [
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
  { versionOpen, other }: SubmissionBlockers,
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
    otherOpenApplication: other !== null,
  };
}

/**
 * Mandatory criteria that nothing proves: no document that is offered, and none that is named (docs/decisions/0005); what is
 * not applicable needs none.
 */
function unproven(
  scheme: Scheme,
  cycle: Cycle,
  scope: Scope,
  answers: readonly Answer[],
  offered: ReadonlySet<string>,
): string[] {
  return criteriaOf(scheme, scope)
    .filter((criterion) => isMandatory(criterion, cycle))
    .map(({ id }) => id)
    .filter((id) => {
      const answer = answers.find((given) => given.criterion === id);
      const proven = answer?.evidence.trim() || answer?.files?.some((document) => offered.has(document));
      return !answer?.na && !proven;
    });
}
