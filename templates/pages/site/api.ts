import type { ApiKind } from '../../../src/web/site/apiKind.view.ts';
import type { ApiField, ApiOperationView, ApiPageView } from '../../../src/web/site/apiPage.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html, raw } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** What programs may ask, for the people who write them. */
export function apiPage(frame: Frame, view: ApiPageView): Html {
  const { t, lang } = frame;
  const { licence, data, groups, columns, schemas } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, t('api.title')),
      description: t('api.lead'),
      head: html`<link rel="alternate" type="application/atom+xml" title="${t('api.feed.title')}" href="/${lang}/register/changes.atom">
  <link rel="license" href="${licence}">
  <script type="application/ld+json">${raw(data)}</script>`,
    },
    html`${introduction(frame, view)}

${contents(frame, groups)}

${groups.map(({ title, operations }) => html`<h2>${title}</h2>${operations.map((operation) => operationPanel(frame, operation))}`)}

<h2 id="columns">${t('api.page.columnsHeading')}</h2>
<dl class="definitions">
  ${columns.map(([name, field]) => html`<dt><code>${name}</code></dt><dd>${t(`api.fields.${field}`)}</dd>`)}
</dl>

<h2 id="schemas">${t('api.page.schemasHeading')}</h2>
${schemas.map(
  ({ name, fields }) => html`<section class="panel api" id="${name}" aria-labelledby="${name}-title">
  <h3 class="panel__title" id="${name}-title">${name}</h3>
  ${fieldTable(frame, fields, name)}
</section>`,
)}`,
  );
}

const copySteps = ['take', 'ask', 'keep', 'day'] as const;
const everywhere = [
  'cors',
  'etag',
  'language',
  'problem',
  'stable',
  'embed',
  'directory',
  'harvest',
] as const;

function introduction({ t, lang }: Frame, { downloads, licence, rates }: ApiPageView): Html {
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
  <h2>${t('api.page.everyHeading')}</h2>
  <ul>
    ${everywhere.map((line) => html`<li>${t(`api.page.every.${line}`)}</li>`)}
  </ul>
  <h2 id="limits">${t('api.page.limitsHeading')}</h2>
  <p>${t('api.page.limits')}</p>
  <dl class="definitions">
    ${rates.map(({ name, times, minutes }) => html`<dt>${t(`api.page.class.${name}`)} <code>${name}</code></dt><dd>${t('api.page.rate', { times, minutes })}</dd>`)}
  </dl>
</div>`;
}

function contents({ t }: Frame, groups: ApiPageView['groups']): Html {
  return html`<h2 class="no-print" id="contents">${t('api.page.contents')}</h2>
<nav class="no-print" aria-labelledby="contents">
  ${groups.map(
    ({ title, operations }) => html`<h3>${title}</h3>
  <ul class="plain">
    ${operations.map((operation) => html`<li><a href="#${operation.id}">${operation.title}</a> <code>${operation.path}</code></li>`)}
  </ul>`,
  )}
  <ul class="plain"><li><a href="#columns">${t('api.page.columnsHeading')}</a></li><li><a href="#schemas">${t('api.page.schemasHeading')}</a></li></ul>
</nav>`;
}

function operationPanel(frame: Frame, operation: ApiOperationView): Html {
  const { t } = frame;
  const { id, title, method, path, text, body, parameters, answers } = operation;
  return html`<section class="panel api" id="${id}" aria-labelledby="${id}-title">
  <h3 class="panel__title" id="${id}-title">${title}</h3>
  <p><code class="api__path">${method} ${path}</code></p>
  <p>${text}</p>
  ${body && html`<h4>${t('api.page.parameters')}</h4><p>JSON, ${kindText(body)}</p>`}
  ${parameters.length > 0 && html`<h4>${t('api.page.parameters')}</h4>${fieldTable(frame, parameters, `${title}, ${t('api.page.parameters')}`)}`}
  <h4>${t('api.page.answers')}</h4>
  <ul class="plain api__answers">
    ${answers.map((answer) => html`<li><strong class="api__status">${answer.status}</strong> <span>${answer.text}${answer.types.map(({ type, kind }) => html` <code>${type}</code>${kind && html` (${kindText(kind)})`}`)}</span></li>`)}
  </ul>
</section>`;
}

function fieldTable({ t }: Frame, fields: readonly ApiField[], label: string): Html {
  const heading = (name: 'name' | 'kind' | 'text') =>
    html`<th role="columnheader" scope="col">${t(`api.page.column.${name}`)}</th>`;
  return html`<table class="stacked api__fields" role="table" aria-label="${label}">
  <thead role="rowgroup">
    <tr role="row">${heading('name')}${heading('kind')}${heading('text')}</tr>
  </thead>
  <tbody role="rowgroup">
    ${fields.map(
      ({ name, kind, note, text }) => html`<tr role="row">
      <th role="rowheader" scope="row"><code>${name}</code>${note && html` <span class="quiet small">${t(`api.page.${note}`)}</span>`}</th>
      <td role="cell" data-column="${t('api.page.column.kind')}">${kindText(kind)}</td>
      <td role="cell" data-column="${t('api.page.column.text')}">${text}</td>
    </tr>`,
    )}
  </tbody>
</table>`;
}

function kindText({ schema, text, values }: ApiKind): Html {
  const name = schema ? html`<a href="#${schema}">${text}</a>` : text;
  if (values.length === 0) return html`${name}`;
  return html`${name} (${values.map((value, at) => [at > 0 && ', ', html`<code>${value}</code>`])})`;
}
