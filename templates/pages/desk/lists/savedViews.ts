import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import { button } from '../../../components/button.ts';
import { textField } from '../../../components/fields.ts';
import { carriedFields, csrfField } from '../../../components/hidden.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** The searches that the reader keeps of a list. */
export function savedViews(frame: Frame, { all, views }: DeskListView): Html {
  const { t } = frame;
  return html`<nav class="no-print" aria-label="${t('desk.views.title')}">
  <ul class="plain row">${views.map(
    ({ id, name, href }) => html`<li class="desk__view"><a href="${href}">${name}</a>
    <form method="post" action="${all}/views/${id}/remove">${csrfField(frame)}<button class="button button--quiet button--small" type="submit" aria-label="${t('desk.views.remove', { name })}"><span aria-hidden="true">×</span></button></form></li>`,
  )}</ul>
</nav>`;
}

/** The form that keeps what is asked. */
export function keepView(frame: Frame, { all, carried, refusal }: DeskListView): Html {
  const { t } = frame;
  const { typed, faults } = refusal;
  return html`<details class="disclosure"${typed.name !== undefined && html` open`}>
  <summary>${t('desk.views.keep')}</summary>
  <form method="post" action="${all}/views">
    ${csrfField(frame)}${carriedFields(carried)}
    ${textField(frame, { name: 'name', label: t('desk.views.name'), value: typed.name, error: faults.name, autocomplete: 'off', attributes: { maxlength: '60', required: '' } })}
    <p>${button({ text: t('desk.views.save'), kind: 'quiet' })}</p>
  </form>
</details>`;
}
