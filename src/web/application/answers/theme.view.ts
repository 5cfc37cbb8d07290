import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { chosenValue } from './choices.view.ts';
import { criterionForm } from './criterion.view.ts';
import { answerIn, criteriaIn, scopePart } from './scope.view.ts';
import { scoreView } from './score.view.ts';

/** One theme as it is answered. */
export type ThemeFormView = ReturnType<typeof themeForm>;

/** The view of a theme of the organisation. */
export function themeForm(file: ApplicantFile, theme: string, words: Translator) {
  const { scheme, texts } = file.published;
  const part = scopePart(file.assessment, '');
  const criteria = criteriaIn(scheme, theme);
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    place: { n: scheme.themes.findIndex(({ id }) => id === theme) + 1, of: scheme.themes.length },
    title: texts[words.language].themes[theme]?.title ?? theme,
    criteria: criteria.map((criterion) => criterionForm(criterion, file, part, words)),
    /** First content of the fields. */
    values: criterionValues(criteria, part.answers),
  };
}

/** What the fields of some criteria hold. */
export function criterionValues(
  criteria: readonly Criterion[],
  answers: ApplicantFile['assessment']['answers'],
): Record<string, string> {
  return Object.fromEntries(
    criteria.flatMap((criterion) => {
      const answer = answerIn(criterion.id, answers);
      return [
        [`${criterion.id}.level`, chosenValue(criterion, answer)],
        [`${criterion.id}.evidence`, answer?.evidence ?? ''],
        [`${criterion.id}.comment`, answer?.comment ?? ''],
      ];
    }),
  );
}
