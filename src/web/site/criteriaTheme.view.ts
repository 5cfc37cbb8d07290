import type { Scheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { criteriaView, type ThemeView } from '../views/criteria.view.ts';
import { type CriterionView, criterionView } from '../views/criterion.view.ts';
import { glossaryParts } from '../views/glossaryParts.view.ts';

interface Published {
  readonly scheme: Scheme;
  readonly text: SchemeText;
}

/** A theme with every criterion in full. */
export interface FullTheme extends Omit<ThemeView, 'criteria'> {
  readonly criteria: readonly CriterionView[];
}

/** The page of one theme, with its neighbours in reading order. */
export interface ThemePageView {
  readonly version: string;
  readonly reviewed: boolean;
  readonly theme: FullTheme;
  readonly previous: { readonly href: string; readonly text: string } | null;
  readonly next: { readonly href: string; readonly text: string } | null;
}

/** Every theme with its criteria in full; a word of the glossary is explained once on the page. */
export function fullThemes(published: Published, words: Translator, only?: string): FullTheme[] {
  const part = glossaryParts(published, words);
  return criteriaView(published, words)
    .themes.filter(({ id }) => only === undefined || id === only)
    .map((theme) => ({
      ...theme,
      criteria: published.scheme.criteria
        .filter((criterion) => criterion.theme === theme.id)
        .map((criterion) => {
          const view = criterionView({ ...published, criterion }, words);
          return { ...view, said: { question: part(view.question), help: part(view.help) } };
        }),
    }));
}

/** The view of one theme; null for a theme that the version does not have. */
export function themePageView(published: Published, id: string, words: Translator): ThemePageView | null {
  const { themes } = criteriaView(published, words);
  const place = themes.findIndex((theme) => theme.id === id);
  const [theme] = fullThemes(published, words, id);
  if (!theme) return null;
  const neighbour = (other: ThemeView | undefined) =>
    other ? { href: other.href, text: other.title } : null;
  return {
    version: published.scheme.version,
    reviewed: published.text.reviewed,
    theme,
    previous: place > 0 ? neighbour(themes[place - 1]) : null,
    next: neighbour(themes[place + 1]),
  };
}
