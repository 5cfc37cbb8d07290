import type { ComplaintFigures } from '../../../src/commands/complaint/views/complaintFigures.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** Complaints counted by year, kind and outcome. */
export function complaintFiguresPage(frame: Frame, years: ComplaintFigures): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('report.figures')), description: t('report.counted.lead') },
    html`<h1>${t('report.figures')}</h1>
<p class="lead">${t('report.counted.lead')}</p>
${years.length > 0 ? years.map((year) => yearTable(frame, year)) : html`<p class="quiet">${t('complaints.desk.none.all')}</p>`}
<p><a href="/${lang}/report">${t('report.title')}</a></p>`,
  );
}

/** On a phone each kind is a card that names its figures; a table that turns into cards keeps its roles by name. */
function yearTable({ t, number }: Frame, { year, kinds }: ComplaintFigures[number]): Html {
  const columns = [
    t('report.counted.received'),
    ...(kinds[0]?.outcomes ?? []).map(({ name }) => t(`complaints.outcome.${name}`)),
    t('report.counted.waiting'),
  ];
  return html`<h2 id="year-${year}">${String(year)}</h2>
<table class="stacked" role="table" aria-labelledby="year-${year}">
  <thead role="rowgroup"><tr role="row">
    <th role="columnheader" scope="col">${t('report.counted.kind')}</th>
    ${columns.map((column) => html`<th role="columnheader" scope="col" class="numeric">${column}</th>`)}
  </tr></thead>
  <tbody role="rowgroup">${kinds.map(
    ({ kind, received, outcomes, waiting }) => html`<tr role="row">
    <th role="rowheader" scope="row"><strong>${t(`complaints.kinds.${kind}.name`)}</strong></th>
    ${[received, ...outcomes.map(({ count }) => count), waiting].map(
      (count, at) =>
        html`<td role="cell" class="numeric" data-column="${columns[at] ?? ''}"><span>${number(count)}</span></td>`,
    )}
  </tr>`,
  )}</tbody>
</table>`;
}
