import type { SelfAssessment } from '../../commands/items.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import type { Answer, Facts } from '../../criteria/assessment.ts';
import type { Criterion, Scheme } from '../../criteria/scheme.ts';
import { type LevelFound, levelOf } from '../../scoring/level.ts';

/** What is assessed, without its organisation or its way: enough for scores, and all there is of a trial without an account. */
export interface AssessedFile extends Pick<ApplicantFile, 'assessment' | 'published'> {
  readonly application: Pick<ApplicantFile['application'], 'id'>;
  /** Of an application only. */
  readonly documents?: ApplicantFile['documents'];
  /** Of a renewal only. */
  readonly earlier?: ApplicantFile['earlier'];
}

/** The part of a working copy that a page is about: the organisation's (`offerId` empty) or one offer's. */
export interface ScopePart {
  readonly offerId: string;
  readonly answers: readonly Answer[];
  /** Figures by which levels are computed: an offer's stand beside the organisation's. */
  readonly facts: Facts;
}

/** That part; an offer that is not there has nothing in it. */
export function scopePart(assessment: SelfAssessment, offerId: string): ScopePart {
  if (offerId === '') return { offerId, answers: assessment.answers, facts: assessment.facts };
  const offer = assessment.offers.find((one) => one.offerId === offerId);
  return { offerId, answers: offer?.answers ?? [], facts: { ...assessment.facts, ...offer?.facts } };
}

/** The level of a criterion there. */
export function levelIn(criterion: Criterion, { answers, facts }: ScopePart): LevelFound {
  return levelOf(criterion, answerIn(criterion.id, answers), facts);
}

/** What the figures say of it, even where it is set aside as not applicable. */
export function figuresIn(criterion: Criterion, { answers, facts }: ScopePart): LevelFound {
  const answer = answerIn(criterion.id, answers);
  return levelOf(criterion, answer && { ...answer, na: false }, facts);
}

/** The answer given to a criterion, if any. */
export function answerIn(criterion: string, answers: readonly Answer[]): Answer | undefined {
  return answers.find((answer) => answer.criterion === criterion);
}

/** The criteria of a theme, in the order of the scheme. */
export function criteriaIn(scheme: Scheme, theme: string): Criterion[] {
  return scheme.criteria.filter((criterion) => criterion.theme === theme);
}
