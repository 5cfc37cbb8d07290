import type { EarlierAnswers } from '../../../commands/application/renewal/earlierAnswers.ts';
import type { Answer, Assessment, Facts, FactValue } from '../../../criteria/assessment.ts';
import { factsOfScope, isNumeric } from '../../../criteria/figures.ts';
import type { Criterion, FactRule } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { levelOf } from '../../../scoring/level.ts';
import { levelTitle } from './choices.view.ts';
import { type AssessedFile, answerIn, naIn, type ScopePart } from './scope.view.ts';

/** What was said about a criterion in the last cycle, beside the field of this one. */
export type EarlierAnswerView = NonNullable<ReturnType<typeof earlierAnswer>>;

/** The view of one criterion's earlier answer; null where there was none. */
export function earlierAnswer(
  criterion: string,
  earlier: EarlierAnswers | null | undefined,
  part: ScopePart,
  words: Translator,
) {
  if (!earlier) return null;
  const { cycle, published, carried } = earlier;
  const rule = published.scheme.criteria.find(({ id }) => id === criterion);
  const then = partOf(cycle.assessment, part.offerId);
  if (!rule || !then) return null;
  const answer = answerIn(criterion, then.answers);
  // What was sent then had passed its gate, whichever cycle that was.
  const { level } = levelOf(rule, answer, then.facts, 'first');
  if (level === null && !answer) return null;
  const again = partOf(carried.assessment, part.offerId);
  const said = answerIn(criterion, again?.answers ?? []);
  const files = answer?.files?.length ?? 0;
  return {
    level: level === null ? '' : levelTitle(criterion, level, published.texts[words.language], words),
    evidence: answer?.evidence ?? '',
    comment: answer?.comment ?? '',
    files: files === 0 ? '' : words.t('renewal.files', { count: files }),
    /** It can be said again with one button, and nothing is answered yet. */
    offered: answerIn(criterion, part.answers) === undefined && mayBeSaidAgain(rule, said, part),
  };
}

/** "Not applicable" goes by the figures of this cycle. */
function mayBeSaidAgain(rule: Criterion, said: Answer | undefined, part: ScopePart): boolean {
  return said !== undefined && (!said.na || naIn(rule, part).state === 'allowed');
}

/** Last cycle's figures in sentences, by their id; nothing of an application that is no renewal. */
export function earlierFigures(
  { published: { scheme }, earlier }: Pick<AssessedFile, 'published' | 'earlier'>,
  offerId: string,
  words: Translator,
): Record<string, string> {
  const facts: Facts = (earlier && partOf(earlier.carried.assessment, offerId)?.facts) ?? {};
  const said = (rule: FactRule, value: FactValue) =>
    typeof value === 'number' && isNumeric(rule)
      ? words.number(value, 2)
      : (earlier?.published.texts[words.language].facts[rule.id]?.options?.[value] ?? String(value));
  const rules = factsOfScope(scheme, offerId === '' ? 'organisation' : 'offer');
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const value = facts[rule.id];
      return value === undefined ? [] : [[rule.id, words.t('renewal.figure', { value: said(rule, value) })]];
    }),
  );
}

/** What a renewal begins with, told once: criteria of then that are gone, and those that are new. */
export type EarlierSummary = NonNullable<ReturnType<typeof earlierSummary>>;

/** The view of that; null but for a renewal. */
export function earlierSummary(earlier: EarlierAnswers | null | undefined, texts: Titles, words: Translator) {
  if (!earlier) return null;
  const { carried, cycle, published } = earlier;
  const then = published.texts[words.language].criteria;
  const named = (ids: readonly string[], titles: Titles) =>
    ids.map((id) => ({ id, title: titles[id]?.title ?? id }));
  return {
    labelNumber: cycle.labelNumber,
    retired: named(carried.retired, then),
    added: named(carried.added, texts),
  };
}

type Titles = Readonly<Record<string, { readonly title: string }>>;

function partOf(assessment: Assessment, offerId: string) {
  if (offerId === '') return assessment;
  const offer = assessment.offers.find((one) => one.offerId === offerId);
  return offer && { ...offer, facts: { ...assessment.facts, ...offer.facts } };
}
