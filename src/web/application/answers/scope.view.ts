import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import type { SelfAssessment } from '../../../commands/items/items.ts';
import type { Answer, Facts } from '../../../criteria/assessment.ts';
import { factsAt } from '../../../criteria/figuresAt.ts';
import type { Criterion, Cycle, Scheme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { type LevelFound, levelOf } from '../../../scoring/level.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';

/** What is assessed, without its organisation or its stages: enough for scores, and all there is of a trial without an account. */
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
  readonly cycle: Cycle;
}

/** That part; an offer that is not there has nothing in it. */
export function scopePart(assessment: SelfAssessment, offerId: string): ScopePart {
  const offer = assessment.offers.find((one) => one.offerId === offerId);
  const answers = offerId === '' ? assessment.answers : (offer?.answers ?? []);
  return { offerId, answers, facts: factsAt(assessment, offerId), cycle: cycleOfCopy(assessment) };
}

/** The level of a criterion there. */
export function levelIn(criterion: Criterion, { answers, facts, cycle }: ScopePart): LevelFound {
  return levelOf(criterion, answerTo(criterion.id, answers), facts, cycle);
}

/** What the figures say of it, even where it is set aside as not applicable. */
export function figuresIn(criterion: Criterion, { answers, facts, cycle }: ScopePart): LevelFound {
  const answer = answerTo(criterion.id, answers);
  return levelOf(criterion, answer && { ...answer, na: false }, facts, cycle);
}

/** The answer given to a criterion, if any. */
export function answerTo(criterion: string, answers: readonly Answer[]): Answer | undefined {
  return answers.find((answer) => answer.criterion === criterion);
}

/** The criteria of a theme, in the order of the scheme. */
export function criteriaIn(scheme: Scheme, theme: string): Criterion[] {
  return scheme.criteria.filter((criterion) => criterion.theme === theme);
}

/** The name of a criterion in addresses and fields: `FIN-01`, or `<offerId>.OFR-01`. */
export function keyOf(offerId: string, criterion: string): string {
  return offerId === '' ? criterion : `${offerId}.${criterion}`;
}

/** The card of a criterion: on the page of its theme, or of its offer. */
export function cardHref(
  { application, published }: Pick<AssessedFile, 'application' | 'published'>,
  { offerId, criterion }: { readonly offerId: string; readonly criterion: string },
  words: Translator,
  query = '',
): string {
  const theme = published.scheme.criteria.find(({ id }) => id === criterion)?.theme ?? '';
  const page = offerId === '' ? `themes/${theme}` : `offers/${offerId}`;
  return `${applicationHref(words, application.id, page)}${query}#${criterion}`;
}

/** Whether the applicant names the offers: a reconsideration is about those that the label covers. */
export function namesOffers({ application }: Pick<ApplicantFile, 'application'>): boolean {
  return application.kind !== 'reconsideration';
}
