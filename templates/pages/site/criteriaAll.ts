import type { FullTheme } from '../../../src/web/site/criteriaPages.view.ts';
import type { CriteriaView } from '../../../src/web/views/criteria.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import {
  exclusionList,
  fullCriterion,
  themeTitle,
  thresholdList,
  unreviewed,
  versionList,
  type WithVersions,
} from './criteriaParts.ts';

interface CriteriaAllView extends Omit<CriteriaView, 'themes'>, WithVersions {
  readonly themes: readonly FullTheme[];
}

/** Every criterion of one version in full, to be read or printed in one go. */
export function criteriaAllPage(frame: Frame, view: CriteriaAllView): Html {
  const { t, lang } = frame;
  const { version, versions, themes, thresholds, exclusions } = view;
  const lead = t('pages.criteria.lead');
  const ofVersion = t('pages.criteria.version', { version });
  return layout(
    frame,
    { title: `${t('before.criteria.allTitle')} · ${ofVersion}`, description: lead },
    html`<p class="overline"><a href="/${lang}/criteria/${version}">${t('before.criteria.back')}</a> · ${ofVersion}</p>
<h1>${t('before.criteria.allTitle')}</h1>
<p class="lead">${lead} ${t('pages.criterion.cumulative')}</p>
${unreviewed(frame, view)}
${versionList(versions)}
${themes.map(
  (theme) => html`<section class="theme" aria-labelledby="${theme.id}-title">
  <h2 class="theme__title" id="${theme.id}-title">${themeTitle(theme)}</h2>
  <p class="quiet">${theme.line}</p>
  ${theme.criteria.map((criterion) => fullCriterion(frame, criterion))}
</section>`,
)}
<section class="theme"><h2>${t('pages.criteria.thresholdsHeading')}</h2>
  ${thresholdList(frame, thresholds)}</section>
<section class="theme"><h2>${t('pages.criteria.exclusionsHeading')}</h2><p class="quiet small">${t('pages.criteria.exclusionsText')}</p>
  ${exclusionList(exclusions)}</section>`,
  );
}
