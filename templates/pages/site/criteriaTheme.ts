import type { ThemePageView } from '../../../src/web/site/criteriaPages.view.ts';
import { pagination } from '../../components/pagination.ts';
import { panel } from '../../components/panel.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import { fullCriterion, themeTitle, unreviewed, versionList, type WithVersions } from './criteriaParts.ts';

/** One theme with each of its criteria in full. */
export function criteriaThemePage(frame: Frame, view: ThemePageView & WithVersions): Html {
  const { t, lang } = frame;
  const { version, theme, previous, next, versions } = view;
  return layout(
    frame,
    { title: `${theme.title} · ${t('pages.criteria.title')}`, description: `${theme.title}, ${theme.line}` },
    html`<p class="overline"><a href="/${lang}/criteria/${version}">${t('pages.criteria.title')}</a> · ${t('pages.criteria.version', { version })}</p>
<h1 class="theme__title">${themeTitle(theme)}</h1>
<p class="lead">${theme.line}. ${t('pages.criterion.cumulative')}</p>
${unreviewed(frame, view)}
<h2 class="govuk-visually-hidden">${t('pages.criteria.title')}</h2>
${theme.criteria.map((criterion) => fullCriterion(frame, criterion))}
${pagination({ label: t('before.criteria.neighbours'), previous, next })}
${panel(
  { title: t('before.criteria.versions') },
  html`${versionList(versions)}<p><a href="/${lang}/glossary">${t('before.criteria.words')}</a></p>`,
)}`,
  );
}
