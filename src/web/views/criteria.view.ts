import type { Criterion, Scheme, SchemeText, Theme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { themePictogram } from './themePictogram.view.ts';

export type ThemeView = ReturnType<typeof themeView>;

export type CriteriaView = ReturnType<typeof criteriaView>;

/** The rules of one version: each theme with its criteria, the marks that are needed, and what excludes. */
export function criteriaView(
  { scheme, text }: { readonly scheme: Scheme; readonly text: SchemeText },
  words: Translator,
) {
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
      mandatory: mandatoryText(criterion, words),
    })),
  };
}

function thresholdsOf({ thresholds }: Scheme, words: Translator) {
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
