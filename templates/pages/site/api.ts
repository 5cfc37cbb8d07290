import type { ApiPageView } from '../../../src/web/site/apiPage.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html, raw } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** What programs may ask, for the people who write them: where to begin, and which page says what. */
export function apiPage(frame: Frame, view: ApiPageView): Html {
  const { t, lang } = frame;
  const { licence, data } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, t('api.title')),
      description: t('api.lead'),
      head: html`<link rel="alternate" type="application/atom+xml" title="${t('api.feed.title')}" href="/${lang}/register/changes.atom">
  <link rel="alternate" type="application/ld+json" title="DCAT" href="/catalogue.jsonld">
  <link rel="alternate" type="application/json" title="Murmurations" href="/api/v1/murmurations">
  <link rel="license" href="${licence}">
  <script type="application/ld+json">${raw(data)}</script>`,
    },
    html`${introduction(frame, view)}
${contents(frame, view)}`,
  );
}

const copySteps = ['take', 'ask', 'keep', 'day'] as const;
const everywhere = ['cors', 'etag', 'language', 'problem', 'stable', 'harvest'] as const;

function introduction(frame: Frame, { downloads, licence, rates }: ApiPageView): Html {
  const { t, lang } = frame;
  return html`<div class="narrow">
  <h1>${t('api.title')}</h1>
  <p class="lead">${t('api.lead')}</p>
  <h2>${t('api.page.downloadsHeading')}</h2>
  <ul>
    ${downloads.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
    <li><a href="/${lang}/register/changes.atom">${t('api.page.feed')}</a></li>
    <li><a href="/api/v1/openapi.json">${t('api.page.document')}</a></li>
  </ul>
  <h2>${t('api.page.licenceHeading')}</h2>
  <p>${t('api.page.licence')} <a href="${licence}" rel="license">${t('api.page.licenceLink')}</a></p>
  <h2>${t('api.page.copyHeading')}</h2>
  <ol>
    ${copySteps.map((step) => html`<li>${t(`api.page.copy.${step}`)}</li>`)}
  </ol>
  <p id="webhooks">${t('api.page.webhooks')} <a href="/${lang}/contact">${t('api.page.webhooksContact')}</a></p>
  <h2>${t('api.page.everyHeading')}</h2>
  <ul>
    ${everywhere.map((line) => html`<li>${t(`api.page.every.${line}`)}</li>`)}
  </ul>
  <h2><a href="/${lang}/api/embed">${t('api.embed.title')}</a></h2>
  <p>${t('api.embed.lead')}</p>
  <h2 id="limits">${t('api.page.limitsHeading')}</h2>
  <p>${t('api.page.limits')}</p>
  <h3>${t('api.page.withoutKey')}</h3>
  ${limits(frame, rates.without)}
  <h3>${t('api.page.withKey')}</h3>
  <p>${t('api.page.keyLimits', { batch: rates.batch })}</p>
  ${limits(frame, rates.withKey)}
</div>`;
}

type Rates = ApiPageView['rates']['without'] | ApiPageView['rates']['withKey'];

function limits({ t }: Frame, rates: Rates): Html {
  return html`<dl class="definitions">
    ${rates.map(({ name, what, times, minutes }) => html`<dt>${t(`api.page.class.${what}`)} <code>${name}</code></dt><dd>${t('api.page.rate', { times, minutes })}</dd>`)}
  </dl>`;
}

function contents({ t, lang }: Frame, { groups, schemas }: ApiPageView): Html {
  const page = `/${lang}/api`;
  return html`<nav aria-label="${t('api.page.contents')}">
  ${groups.map(
    ({ name, title, operations }) => html`<h2><a href="${page}/${name}">${title}</a></h2>
  <ul class="plain">
    ${operations.map((operation) => html`<li><a href="${page}/${name}#${operation.id}">${operation.title}</a> <code>${operation.path}</code></li>`)}
  </ul>`,
  )}
  <h2>${t('api.page.schemasHeading')}</h2>
  <ul class="api__schemas">
    <li><a href="${page}/columns">${t('api.page.columnsHeading')}</a></li>
    ${schemas.map(({ name }) => html`<li><a href="${page}/schemas/${name}"><code>${name}</code></a></li>`)}
  </ul>
</nav>`;
}
