import type {
  ImportView,
  ReportLine,
  ReportView,
} from '../../../src/web/application/transfer/import.view.ts';
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
  const { report, taken } = view;
  return applicationLayout(frame, view, {
    name: t('transfer.title'),
    form: html`<h1>${report ? t('transfer.reportTitle') : t('transfer.title')}</h1>
${taken !== null && html`<p class="banner" role="status">${t('transfer.done', { count: taken })}</p>`}
${report ? reported(frame, view.frame.href, report) : [exportList(frame, view), fileForm(frame, view)]}`,
  });
}

function reported(frame: Frame, href: string, report: ReportView): Html {
  const { t } = frame;
  const { counts, isCut, refused, taken, others } = report;
  return html`<ul>${counts.map(({ outcome, count }) => html`<li>${t(`transfer.count.${outcome}`, { count })}</li>`)}</ul>
${isCut && html`<p class="banner banner--sun">${t('transfer.cut', { max: report.maxShown })}</p>`}
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
${report.takes > 0 ? takeForm(frame, href, report) : html`<p class="banner">${t('transfer.nothing')}</p>`}
<p class="after"><a href="${href}/import">${t('transfer.other')}</a></p>`;
}

function lines({ t }: Frame, list: readonly ReportLine[]): Html {
  return html`<ul class="report">
  ${list.map(({ line, about, content, text }) => html`<li class="report__line"><span class="number report__at">${t('transfer.line', { line })}</span><span class="report__what"><strong>${about}</strong>${content && html` <span class="quiet">${content}</span>`}<span class="report__why">${text}</span></span></li>`)}
</ul>`;
}

function takeForm(frame: Frame, href: string, { mode, revision, packed, takes }: ReportView): Html {
  const { t } = frame;
  return html`<form class="after" method="post" action="${href}/import/take">
  ${csrfField(frame)}
  <input type="hidden" name="mode" value="${mode}">
  <input type="hidden" name="revision" value="${revision}">
  <input type="hidden" name="lines" value="${packed}">
  <p>${t('transfer.notYet')}</p>
  ${button({ text: t('transfer.take', { count: takes }), size: 'large' })}
</form>`;
}

const exports = ['xlsx', 'csv', 'json', 'zip'] as const;

function exportList({ t }: Frame, { frame: { href } }: ImportView): Html {
  return html`<p class="lead">${t('transfer.lead')}</p>
<h2>${t('transfer.exportTitle')}</h2>
<ul class="tasks">
  ${exports.map(
    (kind) => html`<li class="task">
    <span class="tile">${pictogram('document', 'pictogram--small')}</span>
    <span class="task__text"><a href="${href}/${kind === 'zip' ? 'file' : 'export'}.${kind}" download>${t(`transfer.export.${kind}`)}</a><span class="task__line">${t(`transfer.export.${kind}Line`)}</span></span>
  </li>`,
  )}
</ul>`;
}

function fileForm(frame: Frame, view: ImportView & FormState): Content {
  const { t } = frame;
  const { limits, values, refusal } = view;
  const { editable, closed } = view.frame;
  const { faults } = refusal;
  const title = html`<h2>${t('transfer.importTitle')}</h2>`;
  const items = view.modes.map((value) => ({
    value,
    text: t(`transfer.mode.${value}`),
    hint: t(`transfer.mode.${value}Hint`),
  }));
  if (!editable) return [title, html`<p class="banner">${closed}</p>`];
  return html`${title}
<form class="card question" method="post" enctype="multipart/form-data" novalidate>
  <h3 class="question__title">${t('transfer.choose')}</h3>
  ${csrfField(frame)}
  ${fileField(frame, { name: 'file', label: t('transfer.file'), hint: t('transfer.hint', limits), error: faults.file })}
  ${radios(frame, { name: 'mode', label: t('transfer.modeLabel'), items, value: values.mode, error: faults.mode })}
  <p class="quiet small">${t('transfer.lookHint')}</p>
  ${button({ text: t('transfer.look') })}
</form>`;
}
