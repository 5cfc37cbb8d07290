import type { ComplaintRow, ComplaintsView } from '../../../src/web/complaint/complaints.view.ts';
import { sizeText } from '../../components/evidence.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** What the public reported, for officers. */
export function complaintsPage(frame: Frame, { rows, next }: ComplaintsView): Html {
  const { t } = frame;
  return staffLayout(
    frame,
    { name: t('report.desk.title') },
    html`<h1>${t('report.desk.title')}</h1>
<p class="lead">${t('report.desk.lead')}</p>
${rows.length > 0 ? rows.map((row) => complaint(frame, row)) : html`<p class="quiet">${t('report.desk.none')}</p>`}
${next && html`<p><a href="${next}" rel="next">${t('report.desk.older')}</a></p>`}`,
  );
}

function complaint(frame: Frame, row: ComplaintRow): Html {
  const { t } = frame;
  const { id, number, label, link, photo } = row;
  return html`<section class="card complaint" aria-labelledby="${id}">
  <h2 id="${id}" class="complaint__number">${id}</h2>
  <p class="quiet">${row.received}</p>
  <p class="complaint__text">${row.text}</p>
  <dl class="definitions">
    ${number && html`<dt>${t('report.desk.label')}</dt><dd>${label ? html`<a href="${label}">${number}</a>` : html`${number} <span class="quiet small">${t('report.desk.unknown')}</span>`}</dd>`}
    ${link && html`<dt>${t('report.link')}</dt><dd class="complaint__link">${link}</dd>`}
    ${photo && html`<dt>${t('report.file')}</dt><dd><a href="${photo.href}">${photo.name}</a> <span class="quiet small">${sizeText(frame, photo.size)} · ${t(`evidence.scan.${photo.scan}`)}</span></dd>`}
    <dt>${t('report.desk.answer')}</dt><dd>${row.email || t('report.desk.anonymous')}</dd>
  </dl>
</section>`;
}
