import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { chosenValue } from './choices.form.ts';
import { criterionForm, criterionNames } from './criterion.view.ts';
import { answerTo, criteriaIn, scopePart } from './scope.view.ts';
import { scoreView } from './score.view.ts';

export type ThemeFormView = ReturnType<typeof themeForm>;

/** One theme of the organisation as it is answered. */
export function themeForm(file: ApplicantFile, theme: string, words: Translator) {
  const { scheme, texts } = file.published;
  const part = scopePart(file.assessment, '');
  const rules = criteriaIn(scheme, theme);
  const criteria = rules.map((criterion) => criterionForm(criterion, file, part, words));
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    place: { n: scheme.themes.findIndex(({ id }) => id === theme) + 1, of: scheme.themes.length },
    title: texts[words.language].themes[theme]?.title ?? theme,
    criteria,
    names: criterionNames(criteria),
    values: criterionValues(rules, part.answers),
  };
}

/** What the fields of some criteria hold. */
export function criterionValues(criteria: readonly Criterion[], answers: readonly Answer[]) {
  return Object.fromEntries(
    criteria.flatMap((criterion) => {
      const answer = answerTo(criterion.id, answers);
      return [
        [`${criterion.id}.level`, chosenValue(criterion, answer)],
        [`${criterion.id}.evidence`, answer?.evidence ?? ''],
        [`${criterion.id}.comment`, answer?.comment ?? ''],
      ];
    }),
  );
}
