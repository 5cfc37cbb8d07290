import type { Criterion, Scheme, SchemeText, Theme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { themePictogram } from './themePictogram.view.ts';

/** The rules of one version, by theme. */
export interface CriteriaView {
  readonly title: string;
  readonly version: string;
  readonly reviewed: boolean;
  readonly themes: readonly ThemeView[];
  readonly thresholds: readonly { readonly term: string; readonly text: string }[];
  readonly exclusions: readonly { readonly question: string; readonly effect: string }[];
}

export interface ThemeView {
  readonly id: string;
  readonly pictogram: string;
  readonly href: string;
  readonly title: string;
  /** Number of criteria, and what the theme weighs. */
  readonly line: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly question: string;
    /** Said of a criterion with a compulsory level, otherwise empty. */
    readonly mandatory: string;
  }[];
}

/** What is asked: each theme with its criteria, the marks that are needed, and what excludes. */
export function criteriaView(
  { scheme, text }: { readonly scheme: Scheme; readonly text: SchemeText },
  words: Translator,
): CriteriaView {
  return {
    title: text.title,
    version: scheme.version,
    reviewed: text.reviewed,
    themes: scheme.themes.map((theme) => themeView(theme, scheme, text, words)),
    thresholds: thresholdsOf(scheme, words),
    exclusions: scheme.exclusions.flatMap(({ id }) => text.exclusions[id] ?? []),
  };
}

/** The compulsory level of a criterion as a short sentence; empty when it has none. */
export function mandatoryText({ minimum }: Criterion, words: Translator): string {
  return minimum ? words.t(`pages.criteria.mandatory.${minimum.due}`, { level: minimum.level }) : '';
}

function themeView(theme: Theme, scheme: Scheme, text: SchemeText, words: Translator): ThemeView {
  const criteria = scheme.criteria.filter((criterion) => criterion.theme === theme.id);
  return {
    id: theme.id,
    pictogram: themePictogram(theme.id),
    href: `/${words.language}/criteria/${scheme.version}/themes/${theme.id}`,
    title: text.themes[theme.id]?.title ?? theme.id,
    line: words.t(`pages.criteria.line.${theme.scope}`, { count: criteria.length, weight: theme.weight }),
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      href: `/${words.language}/criteria/${scheme.version}/${criterion.id}`,
      title: text.criteria[criterion.id]?.title ?? criterion.id,
      question: text.criteria[criterion.id]?.question ?? '',
      mandatory: mandatoryText(criterion, words),
    })),
  };
}

function thresholdsOf({ thresholds }: Scheme, words: Translator): CriteriaView['thresholds'] {
  const { first, renewal } = thresholds.organisation;
  const row = (key: 'first' | 'renewal' | 'offer', text: string) => ({
    term: words.t(`pages.criteria.threshold.${key}.term`),
    text,
  });
  return [
    row('first', words.t('pages.criteria.threshold.first.text', first)),
    row('renewal', words.t('pages.criteria.threshold.renewal.text', renewal)),
    row('offer', words.t('pages.criteria.threshold.offer.text', { overall: thresholds.offer.overall })),
  ];
}
