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

function yearTable({ t, number }: Frame, { year, kinds }: ComplaintFigures[number]): Html {
  const head = (text: string) => html`<th scope="col" class="numeric">${text}</th>`;
  const figure = (count: number) => html`<td class="numeric">${number(count)}</td>`;
  return html`<h2 id="year-${year}">${String(year)}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="year-${year}"><table>
  <thead><tr>
    <th scope="col">${t('report.counted.kind')}</th>${head(t('report.counted.received'))}
    ${(kinds[0]?.outcomes ?? []).map(({ name }) => head(t(`complaints.outcome.${name}`)))}
    ${head(t('report.counted.waiting'))}
  </tr></thead>
  <tbody>${kinds.map(
    ({ kind, received, outcomes, waiting }) => html`<tr>
    <th scope="row">${t(`complaints.kinds.${kind}.name`)}</th>${figure(received)}
    ${outcomes.map(({ count }) => figure(count))}
    ${figure(waiting)}
  </tr>`,
  )}</tbody>
</table></div>`;
}
