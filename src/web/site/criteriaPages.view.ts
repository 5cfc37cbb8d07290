import { openScheme } from '../../commands/common/schemeOf.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { criteriaView, type ThemeView } from '../views/criteria.view.ts';
import { criterionView } from '../views/criterion.view.ts';
import { glossaryParts } from '../views/glossaryParts.view.ts';

type Published = Parameters<typeof criteriaView>[0];
type Schemes = Pick<Deps, 'schemes' | 'clock'>;

export type FullTheme = ReturnType<typeof fullThemes>[number];
export type VersionView = ReturnType<typeof criteriaVersions>[number];
export type ThemePageView = NonNullable<ReturnType<typeof themePageView>>;

/** Every theme with its criteria in full; a word of the glossary is explained once on the page. */
export function fullThemes(published: Published, words: Translator, only?: string) {
  const part = glossaryParts(published, words);
  return criteriaView(published, words)
    .themes.filter(({ id }) => only === undefined || id === only)
    .map((theme) => ({
      ...theme,
      criteria: published.scheme.criteria
        .filter((criterion) => criterion.theme === theme.id)
        .map((criterion) => criterionView({ ...published, criterion }, words, part)),
    }));
}

/** The view of one theme; null for a theme that the version does not have. */
export function themePageView(published: Published, id: string, words: Translator) {
  const { themes } = criteriaView(published, words);
  const place = themes.findIndex((theme) => theme.id === id);
  const [theme] = fullThemes(published, words, id);
  if (!theme) return null;
  const neighbour = (other?: ThemeView) => (other ? { href: other.href, text: other.title } : null);
  return {
    version: published.scheme.version,
    reviewed: published.text.reviewed,
    theme,
    previous: neighbour(themes[place - 1]),
    next: neighbour(themes[place + 1]),
  };
}

/** All versions, the newest first: open to new applications, published, retired or a draft. */
export function criteriaVersions(deps: Schemes, shown: string, words: Translator) {
  const open = openScheme(deps).scheme.version;
  return [...deps.schemes.values()].reverse().map(({ scheme: { version, status } }) => ({
    text: words.t(`before.criteria.status.${version === open ? 'open' : status}`, { version }),
    href: `/${words.language}/criteria/${version}`,
    /** The one that is shown. */
    current: version === shown,
  }));
}
