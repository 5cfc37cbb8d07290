import type { ImportView } from '../../../src/web/application/transfer/import.view.ts';
import type { ReportLine, ReportView } from '../../../src/web/application/transfer/report.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { fileField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

/** Answers carried away and brought back: the files and the form, or the report of a file before it is taken. */
export function importPage(frame: Frame, view: ImportView & FormState): Html {
  const { t } = frame;
  const { report, done } = view;
  return applicationLayout(frame, view, {
    name: t('transfer.title'),
    form: html`<h1>${report ? t('transfer.reportTitle') : t('transfer.title')}</h1>
${done && html`<p class="banner" role="status">${done}</p>`}
${report ? reported(frame, view.frame.href, report) : [exportList(frame, view), fileForm(frame, view)]}`,
  });
}

function reported(frame: Frame, href: string, report: ReportView): Html {
  const { t } = frame;
  const { counts, cut, refused, taken, others, takes } = report;
  return html`<ul>${counts.map((count) => html`<li>${count}</li>`)}</ul>
${cut && html`<p class="banner banner--sun">${cut}</p>`}
${
  refused.length > 0 &&
  html`<h2>${t('transfer.refusedTitle')}</h2>
<p class="quiet">${t('transfer.refusedText')}</p>
${lines(frame, refused)}`
}
${
  taken.length > 0 &&
  html`<h2>${t('transfer.takenTitle')}</h2>
${lines(frame, taken)}`
}
${
  others.length > 0 &&
  html`<details class="disclosure"><summary>${t('transfer.othersTitle')}</summary>
${lines(frame, others)}</details>`
}
${takes ? takeForm(frame, href, report) : html`<p class="banner">${t('transfer.nothing')}</p>`}
<p class="after"><a href="${href}/import">${t('transfer.other')}</a></p>`;
}

function lines({ t }: Frame, list: readonly ReportLine[]): Html {
  return html`<ul class="report">
  ${list.map(({ line, about, said, text }) => html`<li class="report__line"><span class="number report__at">${t('transfer.line', { line })}</span><span class="report__what"><strong>${about}</strong>${said && html` <span class="quiet">${said}</span>`}<span class="report__why">${text}</span></span></li>`)}
</ul>`;
}

function takeForm(frame: Frame, href: string, { mode, revision, packed, button: text }: ReportView): Html {
  return html`<form class="after" method="post" action="${href}/import/take">
  ${csrfField(frame)}
  <input type="hidden" name="mode" value="${mode}">
  <input type="hidden" name="revision" value="${revision}">
  <input type="hidden" name="lines" value="${packed}">
  <p>${frame.t('transfer.notYet')}</p>
  ${button({ text, size: 'large' })}
</form>`;
}

function exportList({ t }: Frame, { exports }: ImportView): Html {
  return html`<p class="lead">${t('transfer.lead')}</p>
<h2>${t('transfer.exportTitle')}</h2>
<ul class="tasks">
  ${exports.map(
    ({ href, text, line }) => html`<li class="task">
    <span class="tile">${pictogram('document', 'pictogram--small')}</span>
    <span class="task__text"><a href="${href}" download>${text}</a><span class="task__line">${line}</span></span>
  </li>`,
  )}
</ul>`;
}

function fileForm(frame: Frame, view: ImportView & FormState): Content {
  const { t } = frame;
  const { hint, modes, values, refusal } = view;
  const { editable, closed } = view.frame;
  const { faults } = refusal;
  const title = html`<h2>${t('transfer.importTitle')}</h2>`;
  if (!editable) return [title, html`<p class="banner">${closed}</p>`];
  return html`${title}
<form class="card question" method="post" enctype="multipart/form-data" novalidate>
  <h3 class="question__title">${t('transfer.choose')}</h3>
  ${csrfField(frame)}
  ${fileField(frame, { name: 'file', label: t('transfer.file'), hint, error: faults.file })}
  ${radios(frame, { name: 'mode', label: t('transfer.modeLabel'), items: modes, value: values.mode, error: faults.mode })}
  <p class="quiet small">${t('transfer.lookHint')}</p>
  ${button({ text: t('transfer.look') })}
</form>`;
}
