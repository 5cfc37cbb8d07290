import type { Scheme, SchemeText, Theme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Reading } from './reading.view.ts';
import { themePictogram } from './themePictogram.view.ts';

export type ThemeView = ReturnType<typeof themeView>;

export type CriteriaView = ReturnType<typeof criteriaView>;

/** The rules of one version: each theme with its criteria, the marks that are needed, and what excludes. */
export function criteriaView({ scheme, text }: Pick<Reading, 'scheme' | 'text'>, words: Translator) {
  return {
    title: text.title,
    version: scheme.version,
    reviewed: text.reviewed,
    themes: scheme.themes.map((theme) => themeView(theme, scheme, text, words)),
    thresholds: scheme.thresholds,
    exclusions: scheme.exclusions.flatMap(({ id }) => text.exclusions[id] ?? []),
  };
}

function themeView(theme: Theme, scheme: Scheme, text: SchemeText, words: Translator) {
  const criteria = scheme.criteria.filter((criterion) => criterion.theme === theme.id);
  return {
    id: theme.id,
    pictogram: themePictogram(theme.id),
    href: `/${words.language}/criteria/${scheme.version}/themes/${theme.id}`,
    title: text.themes[theme.id]?.title ?? theme.id,
    /** Number of criteria, and what the theme weighs. */
    line: words.t(`pages.criteria.line.${theme.scope}`, { count: criteria.length, weight: theme.weight }),
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      href: `/${words.language}/criteria/${scheme.version}/${criterion.id}`,
      title: text.criteria[criterion.id]?.title ?? criterion.id,
      question: text.criteria[criterion.id]?.question ?? '',
      minimum: criterion.minimum,
    })),
  };
}
