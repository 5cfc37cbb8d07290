import type { SeveralView } from '../../src/web/register/several.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { age, statusTag } from './verdict.ts';

/** A list that was looked up; `ofOne`: all of them are labels of one organisation, which the page names. */
export function lookedUp(frame: Frame, list: SeveralView, ofOne = false): Html {
  const { t } = frame;
  const column = (name: 'place' | 'number' | 'status' | 'until' | 'organisation') =>
    t(`lookup.several.column.${name}`);
  return html`${age(frame, list.asOf)}
<table class="stacked several">
  <caption class="govuk-visually-hidden">${list.summary}</caption>
  <thead>
    <tr>
      ${!ofOne && html`<th scope="col" class="numeric">${column('place')}</th>`}
      <th scope="col">${ofOne ? t('lookup.organisation.number') : column('number')}</th>
      <th scope="col">${column('status')}</th>
      <th scope="col">${column('until')}</th>
      ${!ofOne && html`<th scope="col">${column('organisation')}</th>`}
    </tr>
  </thead>
  <tbody>
    ${list.rows.map(
      (row) => html`<tr>
      ${!ofOne && html`<td class="numeric several__place" data-column="${column('place')}">${row.place}</td>`}
      <th scope="row" class="several__number">${row.href ? html`<a href="${row.href}">${row.number}</a>` : row.number}</th>
      <td>${statusTag(row.status)}${row.note && html` <span class="stacked__text quiet small">${row.note}</span>`}</td>
      <td class="several__until"${row.until && html` data-column="${column('until')}"`}>${row.until}</td>
      ${!ofOne && html`<td${row.organisation && html` data-column="${column('organisation')}"`}>${row.organisation && html`<a href="${row.holder}">${row.organisation}</a>`}</td>`}
    </tr>`,
    )}
  </tbody>
</table>
${list.note && html`<p class="quiet small">${list.note}</p>`}`;
}
