import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { factsOfScope } from '../../criteria/facts.ts';
import type { Words } from '../../words/i18n.ts';
import { type FactFieldView, factField, factValues, servedBy } from './applicantFacts.ts';
import { type FrameView, frameView } from './applicantFrame.ts';
import { type ScoreView, scoreView } from './applicantScore.ts';
import { seenOf } from './applicantSeen.ts';
import { themePictogram } from './themePictogram.ts';

/** All figures of the organisation, each under the theme that it serves first. */
export interface FiguresFormView {
  readonly frame: FrameView;
  readonly score: ScoreView;
  readonly groups: readonly {
    readonly title: string;
    readonly pictogram: string;
    readonly facts: readonly FactFieldView[];
  }[];
  readonly seen: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The view of the organisation's figures. */
export function figuresForm(file: ApplicantFile, words: Words): FiguresFormView {
  const { scheme, texts } = file.published;
  const text = texts[words.language];
  const rules = factsOfScope(scheme, 'organisation');
  const themeOf = (fact: string) => servedBy(fact, scheme)[0]?.theme ?? '';
  const group = (theme: string, title: string) => ({
    title,
    pictogram: theme === '' ? 'house' : themePictogram(theme),
    facts: rules.filter(({ id }) => themeOf(id) === theme).map((rule) => factField(rule, text, words)),
  });
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    groups: [
      group('', words.t('applicant.figures.general')),
      ...scheme.themes.map(({ id }) => group(id, text.themes[id]?.title ?? id)),
    ].filter(({ facts }) => facts.length > 0),
    seen: seenOf(file.assessment.facts),
    values: factValues(rules, file.assessment.facts, words),
  };
}
