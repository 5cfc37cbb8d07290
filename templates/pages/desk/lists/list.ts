import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import { pagination } from '../../../components/pagination.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { staffLayout } from '../../../staffLayout.ts';
import { listRows } from './rows.ts';
import { keepView, savedViews } from './savedViews.ts';
import { searchForm } from './searchForm.ts';

/** A list of files or labels: its search, its rows and the way on. */
export function deskListPage(frame: Frame, view: DeskListView): Html {
  const { t } = frame;
  const { kind, faults, rows, first, next } = view;
  const title = t(`desk.${kind}.title`);
  return staffLayout(
    frame,
    { name: title, refusal: view.refusal },
    html`<h1>${title}</h1>
<nav class="desk__tabs no-print" aria-label="${t('desk.lists')}">
  <ul class="plain row">${view.tabs.map(({ kind: one, href, isHere }) => html`<li><a href="${href}"${isHere && html` aria-current="page"`}>${t(`desk.${one}.title`)}</a></li>`)}</ul>
</nav>
${searchForm(frame, view)}
${view.set.length > 0 && whatIsSet(frame, view)}
${view.views.length > 0 && savedViews(frame, view)}
${kind === 'files' && filesByState(frame, view)}
${faults.length > 0 ? faultList(frame, view) : html`<p class="lead desk__found" id="found" role="status">${countText(frame, view)}</p>`}
${rows.length > 0 && listRows(frame, view)}
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
  )}<li><a href="/${lang}/lists/assign">${t('assignment.all.go')}</a></li></ul>
</nav>`;
}

/** What is asked, each with a link that takes it away, and the form that keeps all of it. */
function whatIsSet(frame: Frame, view: DeskListView): Html {
  const { t } = frame;
  const { set, cleared } = view;
  return html`<nav class="no-print" aria-label="${t('desk.set.title')}">
  <ul class="plain row desk__set">${set.map(({ text, href }) => html`<li><a class="pill" href="${href}#found">${text} <span aria-hidden="true">×</span><span class="govuk-visually-hidden">, ${t('desk.set.remove')}</span></a></li>`)}<li><a href="${cleared}#found">${t('desk.reset')}</a></li>${view.isNarrowed && view.faults.length === 0 && html`<li>${keepView(frame, view)}</li>`}</ul>
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
