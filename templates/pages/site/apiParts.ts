import type { ApiKind } from '../../../src/web/site/apiKind.view.ts';
import type { ApiField, ApiOperationView } from '../../../src/web/site/apiPage.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** What may be asked of an address, and every way in which it answers. */
export function operationPanel(frame: Frame, operation: ApiOperationView): Html {
  const { t } = frame;
  const { id, title, method, path, text, body, parameters, answers } = operation;
  return html`<section class="panel api" id="${id}" aria-labelledby="${id}-title">
  <h2 class="panel__title" id="${id}-title">${title}</h2>
  <p><code class="api__path">${method} ${path}</code></p>
  <p>${text}</p>
  ${body && html`<h3>${t('api.page.parameters')}</h3><p>JSON, ${kindText(frame, body)}</p>`}
  ${parameters.length > 0 && html`<h3>${t('api.page.parameters')}</h3>${fieldTable(frame, parameters, `${title}, ${t('api.page.parameters')}`)}`}
  <h3>${t('api.page.answers')}</h3>
  <ul class="plain api__answers">
    ${answers.map((answer) => html`<li><strong class="api__status">${answer.status}</strong> <span>${answer.text}${answer.types.map(({ type, kind }) => html` <code>${type}</code>${kind && html` (${kindText(frame, kind)})`}`)}</span></li>`)}
  </ul>
</section>`;
}

/** Fields with what each can be and what it says. */
export function fieldTable(frame: Frame, fields: readonly ApiField[], label: string): Html {
  const { t } = frame;
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
      <td role="cell" data-column="${t('api.page.column.kind')}">${kindText(frame, kind)}</td>
      <td role="cell" data-column="${t('api.page.column.text')}">${text}</td>
    </tr>`,
    )}
  </tbody>
</table>`;
}

function kindText({ lang }: Frame, { schema, text, values }: ApiKind): Html {
  const name = schema ? html`<a href="/${lang}/api/schemas/${schema}">${text}</a>` : text;
  if (values.length === 0) return html`${name}`;
  return html`${name} (${values.map((value, at) => [at > 0 && ', ', html`<code>${value}</code>`])})`;
}
