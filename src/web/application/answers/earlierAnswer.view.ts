import type { EarlierAnswers } from '../../../commands/application/renewal/earlierAnswers.ts';
import { answerIn } from '../../../commands/application/selfAssessment/answerIn.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import { factsAt } from '../../../criteria/figuresAt.ts';
import { mayBeNotApplicable } from '../../../criteria/notApplicable.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { passageText } from '../../../i18n/passageText.ts';
import { levelOf } from '../../../scoring/level.ts';
import { labelKitHref } from '../../views/organisation.view.ts';
import { levelTitle } from './choices.view.ts';
import type { AssessedFile, ScopePart } from './scope.view.ts';

export type EarlierAnswerView = NonNullable<ReturnType<typeof earlierAnswer>>;
export type EarlierSummary = NonNullable<ReturnType<typeof earlierSummary>>;

/** What was said about a criterion in the last cycle; null where nothing was. */
export function earlierAnswer(
  criterion: string,
  earlier: EarlierAnswers | null | undefined,
  part: ScopePart,
  words: Translator,
) {
  if (!earlier) return null;
  const { cycle, published, carried } = earlier;
  const rule = published.scheme.criteria.find(({ id }) => id === criterion);
  if (!rule) return null;
  const place = { offerId: part.offerId, criterion };
  const answer = answerIn(cycle.assessment, place);
  // What was sent then had passed its gate, whichever cycle that was.
  const { level } = levelOf(rule, answer ?? undefined, factsAt(cycle.assessment, part.offerId), 'first');
  if (level === null && !answer) return null;
  const again = answerIn(carried.assessment, place);
  const isOpen = part.answers.every((one) => one.criterion !== criterion);
  const files = answer?.files?.length ?? 0;
  return {
    level: level === null ? '' : levelTitle(criterion, level, published.texts[words.language], words),
    evidence: answer?.evidence ?? '',
    comment: answer?.comment ?? '',
    files: [
      ...(files === 0 ? [] : [words.t('renewal.files', { count: files })]),
      ...(answer?.passages ?? []).map((passage) => passageText(passage, words)),
    ].join(' · '),
    /** One button confirms it, where nothing is answered yet; "not applicable" goes by the figures of this cycle. */
    offered: isOpen && again !== null && (!again.na || mayBeNotApplicable(rule, part.facts, part.cycle)),
  };
}

/** Last cycle's figures in sentences, by their id; nothing of an application that is no renewal. */
export function earlierFigures(
  { published: { scheme }, earlier }: Pick<AssessedFile, 'published' | 'earlier'>,
  offerId: string,
  words: Translator,
): Record<string, string> {
  if (!earlier) return {};
  const facts = factsAt(earlier.carried.assessment, offerId);
  const text = earlier.published.texts[words.language];
  const rules = factsOfScope(scheme, offerId === '' ? 'organisation' : 'offer');
  return Object.fromEntries(
    rules.flatMap(({ id }) => {
      const fact = facts[id];
      if (fact === undefined) return [];
      const value =
        typeof fact === 'number' ? words.number(fact, 2) : (text.facts[id]?.options?.[fact] ?? fact);
      return [[id, words.t('renewal.figure', { value })]];
    }),
  );
}

/** What a renewal, or an application after a change, begins with: criteria of the last cycle that are gone, and those that are new; null for other applications. */
export function earlierSummary(
  { earlier, application }: Pick<ApplicantFile, 'earlier' | 'application'>,
  texts: Titles,
  words: Translator,
) {
  if (!earlier) return null;
  const { carried, cycle, published } = earlier;
  const { organisationId, succeeds } = application;
  const label = labelKitHref(words, organisationId, cycle.labelNumber);
  const then = published.texts[words.language].criteria;
  const named = (ids: readonly string[], titles: Titles) =>
    ids.map((id) => ({ id, title: titles[id]?.title ?? id }));
  return {
    labelNumber: cycle.labelNumber,
    /** Whether it follows a change, not the end of a label. */
    isSuccession: succeeds !== null,
    /** What is other than at the last cycle, or why a change asks for it. */
    newsHref: succeeds ? `${label}/changes/${succeeds.change}` : `${label}/renewal`,
    retired: named(carried.retired, then),
    added: named(carried.added, texts),
  };
}

type Titles = Readonly<Record<string, { readonly title: string }>>;
