import type { CriteriaView, ThemeView } from '../../../src/web/views/criteria.view.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import {
  criterionHead,
  exclusionList,
  themeTitle,
  thresholdList,
  unreviewed,
  versionList,
  type WithVersions,
} from './criteriaParts.ts';

/** The criteria of one version in short, by theme, with what is needed to pass. */
export function criteriaPage(frame: Frame, view: CriteriaView & WithVersions): Html {
  const { t } = frame;
  const { version, themes, thresholds, exclusions, versions } = view;
  const lead = t('pages.criteria.lead');
  const ofVersion = t('pages.criteria.version', { version });
  return layout(
    frame,
    { title: `${t('pages.criteria.title')} · ${ofVersion}`, description: lead },
    html`<p class="overline">${view.title} · ${ofVersion}</p>
<h1>${t('pages.criteria.title')}</h1>
<p class="lead">${lead}</p>
${unreviewed(frame, view)}

${ways(frame, view)}

<div class="columns columns--late">
  <div>
    ${themes.map((theme) => themeSection(frame, theme))}
  </div>
  <aside>
    ${panel({ title: t('pages.criteria.thresholdsHeading') }, thresholdList(frame, thresholds))}
    ${panel(
      { id: 'exclusions', title: t('pages.criteria.exclusionsHeading') },
      html`<p class="quiet small">${t('pages.criteria.exclusionsText')}</p>${exclusionList(exclusions)}`,
    )}
    ${panel({ title: t('before.criteria.versions') }, versionList(versions))}
  </aside>
</div>`,
  );
}

function ways({ t, lang }: Frame, { themes, version }: CriteriaView): Html {
  return html`<nav class="no-print" aria-label="${t('pages.criteria.themesHeading')}">
  <ul class="cards cards--three">
    ${themes.map(
      ({ pictogram: name, href, title, line }) =>
        html`<li><div class="offer whole"><span class="tile">${pictogram(name, 'pictogram--small')}</span><div class="offer__text"><p class="offer__name"><a href="${href}">${title}</a></p><p class="offer__line">${line}</p></div></div></li>`,
    )}
  </ul>
</nav>
<p class="no-print"><a href="/${lang}/criteria/${version}/all">${t('before.criteria.all')}</a> · <a href="/${lang}/glossary">${t('before.criteria.words')}</a> · <a href="/${lang}/is-it-for-us">${t('before.title')}</a></p>`;
}

function themeSection(frame: Frame, theme: ThemeView): Html {
  return html`<section class="theme" id="${theme.id}" aria-labelledby="${theme.id}-title">
  <h2 class="theme__title" id="${theme.id}-title">${themeTitle(theme)}</h2>
  <ul class="rules">
    ${theme.criteria.map(
      (criterion) => html`<li class="rules__item whole">
      ${criterionHead(frame, criterion)}
      <h3 class="rules__title"><a href="${criterion.href}">${criterion.title}</a></h3>
      <p>${criterion.question}</p>
    </li>`,
    )}
  </ul>
</section>`;
}
