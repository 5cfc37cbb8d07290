import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import { definitions } from '../../../components/definitions.ts';
import { carriedFields, csrfField } from '../../../components/hidden.ts';
import { script } from '../../../components/passkey.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { bulkActs, pickBox } from './bulkActs.ts';
import { cell } from './cells.ts';

type Row = DeskListView['rows'][number];
type Column = DeskListView['columns'][number];

/** What a row says first: on a phone all else is folded. */
const first: readonly Column[] = ['state', 'due', 'ends'];

/** The rows of a list, each with its box, and below them what can be done to those that are ticked. */
export function listRows(frame: Frame, view: DeskListView): Html {
  const { t } = frame;
  const { kind, columns, rows } = view;
  return html`<form method="post" action="/${frame.lang}/lists/${kind}/act">
  ${csrfField(frame)}${carriedFields(view.carriedHere)}
  <p class="desk__hint no-print">${t(`desk.${kind}.tick`)} <a href="#acts">${t(`desk.${kind}.acts`)}</a></p>
  <p class="desk__all no-print" hidden><label><input type="checkbox" data-row data-all> ${t('desk.tickAll')}</label></p>
<table class="stacked desk__rows">
  <caption class="govuk-visually-hidden">${t(`desk.${kind}.title`)}</caption>
  <thead><tr><th scope="col"><span class="govuk-visually-hidden">${t('bulk.pick')}</span></th><th scope="col">${t('desk.columns.name')}</th>${columns.map((column) => html`<th scope="col">${t(`desk.columns.${column}`)}</th>`)}</tr></thead>
  <tbody>${rows.map((row) => rowLine(frame, row, view.picked.includes(row.id)))}</tbody>
</table>
  ${bulkActs(frame, view)}
</form>
${script(frame, 'tickAll.js')}`;
}

function rowLine(frame: Frame, row: Row, isPicked: boolean): Html {
  const { t } = frame;
  return html`<tr>
    <td class="desk__pick">${pickBox(frame, row, isPicked)}</td>
    <th scope="row">${row.isUnread && unreadMark(frame)}<a href="${row.href}">${row.title}</a> <span class="desk__number small">${row.number}</span></th>
    ${row.cells.map((one) => {
      const { column, text } = one;
      const name = t(`desk.columns.${column}`);
      if (!text) {
        return html`<td class="desk__nothing" data-column="${name}"><span aria-hidden="true">–</span></td>`;
      }
      const place = column === 'state' ? 'desk__state' : first.includes(column) ? '' : 'desk__wide';
      return html`<td${place && html` class="${place}"`} data-column="${name}">${cell(frame, row, one)}</td>`;
    })}
    ${rest(frame, row)}
  </tr>`;
}

/** What stands in columns of its own where there is room for them. */
function rest({ t }: Frame, { title, cells }: Row): Html | undefined {
  const folded = cells.filter(({ column, text }) => text && !first.includes(column));
  if (folded.length === 0) return undefined;
  return html`<td class="desk__rest"><details class="disclosure small"><summary>${t('desk.rest')}<span class="govuk-visually-hidden"> ${title}</span></summary>${definitions(folded.map(({ column, text }) => ({ term: t(`desk.columns.${column}`), text })))}</details></td>`;
}

/** A dot for who sees it, and the same in words. */
function unreadMark({ t }: Frame): Html {
  return html`<span class="desk__unread" aria-hidden="true"></span><span class="govuk-visually-hidden">${t('desk.unread')} </span>`;
}
