import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import { carriedFields, csrfField } from '../../../components/hidden.ts';
import { pagination } from '../../../components/pagination.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { staffLayout } from '../../../staffLayout.ts';
import { exportLinks } from '../exportLinks.ts';
import { bulkActs, pickBox } from './bulkActs.ts';
import { cell, stateCell } from './cells.ts';
import { savedViews } from './savedViews.ts';
import { searchForm } from './searchForm.ts';

/** A list of files or labels: its search, its rows and the way on. */
export function deskListPage(frame: Frame, view: DeskListView): Html {
  const { t } = frame;
  const { kind, faults, rows, first, next, isNarrowed, all } = view;
  const title = t(`desk.${kind}.title`);
  return staffLayout(
    frame,
    { name: title, refusal: view.refusal },
    html`<h1>${title}</h1>
<nav class="desk__tabs no-print" aria-label="${t('desk.lists')}">
  <ul class="plain row">${view.tabs.map(({ kind: one, href, isHere }) => html`<li><a href="${href}"${isHere && html` aria-current="page"`}>${t(`desk.${one}.title`)}</a></li>`)}</ul>
</nav>
${searchForm(frame, view)}
${kind === 'files' && filesByState(frame, view)}
${savedViews(frame, view)}
${faults.length > 0 ? faultList(frame, view) : html`<p class="lead desk__found" id="found" role="status">${countText(frame, view)}</p>`}
${isNarrowed && html`<p class="no-print"><a href="${all}">${t('desk.reset')}</a></p>`}
${rows.length > 0 && [table(frame, view), exportLinks(frame, `lists/${kind}`, view.asked)]}
${pagination({
  label: t('site.pages'),
  previous: first !== null && { href: first, text: t('desk.first') },
  next: next !== null && { href: next, text: t('desk.next') },
})}`,
  );
}

/** How many files are in each state, each a link to them. */
function filesByState({ t, lang, number }: Frame, { states }: DeskListView): Html {
  return html`<nav class="desk__states no-print" aria-label="${t('desk.byState')}">
  <ul class="plain row">${states.map(
    ({ state, count, isHere, href }) =>
      html`<li><a href="${href}"${isHere && html` aria-current="page"`}>${t(`states.application.${state}`)}</a> ${number(count)}</li>`,
  )}</ul>
  <p><a href="/${lang}/lists/assign">${t('assignment.all.go')}</a></p>
</nav>`;
}

function countText({ t, number }: Frame, { kind, count, isMore }: DeskListView): string {
  return isMore ? t(`desk.${kind}.countMore`, { number: number(count) }) : t(`desk.${kind}.count`, { count });
}

/** What was not understood, a sentence each, and what may be written instead. */
function faultList(frame: Frame, { faults, operators }: DeskListView): Html {
  const { t } = frame;
  return html`<div class="banner banner--sun desk__found" id="found" role="alert"><div>
  <p><strong>${t('desk.faults.heading')}</strong></p>
  <ul>${faults.map((fault) => html`<li>${faultText(frame, fault)}</li>`)}</ul>
  <p>${t('desk.faults.operators', { operators: operators.map(({ op }) => t(`desk.operators.${op}`)).join(', ') })}</p>
</div></div>`;
}

function faultText({ t }: Frame, { code, piece, max, operator }: DeskListView['faults'][number]): string {
  if (code === 'tooLong') return t('desk.faults.tooLong', { max });
  if (code === 'noValue' && operator) {
    return t('desk.faults.noValue', { piece, operator: t(`desk.operators.${operator}`) });
  }
  return t(`desk.faults.${code === 'noValue' ? 'nothing' : code}`, { piece });
}

function table(frame: Frame, view: DeskListView): Html {
  const { t } = frame;
  const { kind, columns, rows } = view;
  const heading = (column: (typeof columns)[number]) => t(`desk.columns.${column}`);
  return html`<form method="post" action="/${frame.lang}/lists/${kind}/act">
  ${csrfField(frame)}${carriedFields(view.carriedHere)}
<table class="stacked">
  <caption class="govuk-visually-hidden">${t(`desk.${kind}.title`)}</caption>
  <thead><tr><th scope="col"><span class="govuk-visually-hidden">${t('bulk.pick')}</span></th><th scope="col">${t('desk.columns.name')}</th>${columns.map((column) => html`<th scope="col">${heading(column)}</th>`)}</tr></thead>
  <tbody>${rows.map(
    (row) => html`<tr>
    <td class="desk__pick">${pickBox(frame, row, view.picked.includes(row.id))}</td>
    <th scope="row">${row.isUnread && unreadMark(frame)}<a href="${row.href}">${row.title}</a><span class="stacked__text small">${row.number}</span></th>
    ${columns.map((column) => {
      const content: Content = column === 'state' ? stateCell(frame, row) : cell(frame, row, column);
      return content
        ? html`<td data-column="${heading(column)}">${content}</td>`
        : html`<td class="desk__nothing" data-column="${heading(column)}"><span aria-hidden="true">–</span></td>`;
    })}
  </tr>`,
  )}</tbody>
</table>
  ${bulkActs(frame, view)}
</form>`;
}

/** A dot for who sees it, and the same in words. */
function unreadMark({ t }: Frame): Html {
  return html`<span class="desk__unread" aria-hidden="true"></span><span class="govuk-visually-hidden">${t('desk.unread')} </span>`;
}
