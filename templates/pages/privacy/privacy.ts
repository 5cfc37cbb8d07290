import type { DataMapView } from '../../../src/web/privacy/dataMap.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** What is kept of whom, why and for how long, for everyone to read. */
export function privacyPage(frame: Frame, { rows }: DataMapView): Html {
  const { t, lang } = frame;
  const lead = t('pages.privacy.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.privacy.title')), description: lead },
    html`<div class="narrow">
  <h1>${t('pages.privacy.title')}</h1>
  <p class="lead">${lead}</p>
  <h2>${t('pages.privacy.publicHeading')}</h2>
  <p>${t('pages.privacy.publicText')}</p>
  <h2>${t('pages.privacy.notHeading')}</h2>
  <p>${t('pages.privacy.notText')}</p>
  <h2>${t('pages.privacy.rightsHeading')}</h2>
  <p>${t('privacy.rights')} <a href="/${lang}/account">${t('account.title')}</a></p>
</div>
<h2 id="map">${t('privacy.map.title')}</h2>
<p>${t('privacy.map.lead')}</p>
${map(frame, rows)}`,
  );
}

const columns = ['what', 'why', 'seenBy', 'keeps', 'erasure'] as const;

function map({ t }: Frame, rows: DataMapView['rows']): Html {
  const title = (column: (typeof columns)[number]) => t(`privacy.map.columns.${column}`);
  return html`<table class="stacked data-map" role="table" aria-labelledby="map">
  <thead role="rowgroup">
    <tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${title(column)}</th>`)}</tr>
  </thead>
  <tbody role="rowgroup">
    ${rows.map(
      (row) => html`<tr role="row">
      <th role="rowheader" scope="row"><strong>${row.title}</strong><span class="stacked__text">${row.what}</span><span class="stacked__text quiet">${t('privacy.map.about', { who: row.about })}</span></th>
      <td role="cell" data-column="${title('why')}"><span>${row.why} <span class="quiet">${row.basis}</span></span></td>
      <td role="cell" data-column="${title('seenBy')}"><span>${row.seenBy}</span></td>
      <td role="cell" data-column="${title('keeps')}"><ul class="plain">${row.keeps.map((keep) => html`<li>${keep}</li>`)}</ul></td>
      <td role="cell" data-column="${title('erasure')}"><span>${row.erasure}</span></td>
    </tr>`,
    )}
  </tbody>
</table>`;
}
