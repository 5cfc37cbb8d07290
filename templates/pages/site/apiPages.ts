import type { ApiPageView } from '../../../src/web/site/apiPage.view.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { fieldTable, operationPanel } from './apiParts.ts';

/** What may be asked about one thing, with every answer. */
export function apiGroupPage(frame: Frame, { title, operations }: ApiPageView['groups'][number]): Html {
  return page(frame, title, html`<h1>${title}</h1>${operations.map((one) => operationPanel(frame, one))}`);
}

/** What the columns of the register as CSV say. */
export function apiColumnsPage(frame: Frame, { columns }: Pick<ApiPageView, 'columns'>): Html {
  const { t } = frame;
  const title = t('api.page.columnsHeading');
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
<dl class="definitions">
  ${columns.map(([name, field]) => html`<dt><code>${name}</code></dt><dd>${t(`api.fields.${field}`)}</dd>`)}
</dl>`,
  );
}

/** The fields of one kind of answer. */
export function apiSchemaPage(frame: Frame, { name, fields }: ApiPageView['schemas'][number]): Html {
  return page(
    frame,
    name,
    html`<h1><code>${name}</code></h1><div class="api">${fieldTable(frame, fields, name)}</div>`,
  );
}

function page(frame: Frame, name: string, content: Content): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    {
      title: titleOf(frame, `${name} · ${t('api.title')}`),
      description: t('api.lead'),
      back: html`<p><a href="/${lang}/api">${t('api.title')}</a></p>`,
    },
    content,
  );
}
