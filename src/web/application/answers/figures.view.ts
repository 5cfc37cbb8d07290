import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import type { Scheme, SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { themePictogram } from '../../views/themePictogram.view.ts';
import { earlierFigures } from './earlierAnswer.view.ts';
import { factField, factNames, factValues, servedBy } from './facts.view.ts';
import { scoreView } from './score.view.ts';
import { versionTokenOf } from './versionTokens.view.ts';

export type FiguresFormView = ReturnType<typeof figuresForm>;

/** All figures of the organisation, each under the theme that it serves first. */
export function figuresForm(file: ApplicantFile, words: Translator) {
  const { scheme, texts } = file.published;
  const groups = figureGroups(scheme, texts[words.language], words);
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    groups,
    /** Where the questions begin, for whoever has no figures at hand. */
    later: applicationHref(words, file.application.id, `themes/${scheme.themes[0]?.id ?? ''}`),
    lastCycle: earlierFigures(file, '', words),
    names: factNames(groups.flatMap(({ facts }) => facts)),
    versionToken: versionTokenOf(file.assessment.facts),
    values: factValues(factsOfScope(scheme, 'organisation'), file.assessment.facts, words),
  };
}

/** The figures of the organisation, each with the theme that is first computed from it. */
export function figureGroups(scheme: Scheme, text: SchemeText, words: Translator) {
  const rules = factsOfScope(scheme, 'organisation');
  const themeOf = (fact: string) => servedBy(fact, scheme)[0]?.theme ?? '';
  const group = (theme: string, title: string) => ({
    title,
    pictogram: theme === '' ? 'house' : themePictogram(theme),
    facts: rules.filter(({ id }) => themeOf(id) === theme).map((rule) => factField(rule, text, words)),
  });
  return [
    group('', words.t('applicant.figures.general')),
    ...scheme.themes.map(({ id }) => group(id, text.themes[id]?.title ?? id)),
  ].filter(({ facts }) => facts.length > 0);
}
