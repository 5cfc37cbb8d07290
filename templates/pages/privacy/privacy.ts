import type { DataMap, DataUse, Keep } from '../../../src/policies/dataMap.ts';
import type { Period } from '../../../src/policies/period.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** What is kept of whom, why and for how long, for everyone to read. */
export function privacyPage(frame: Frame, { uses }: DataMap): Html {
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
${map(frame, uses)}`,
  );
}

const columns = ['what', 'why', 'seenBy', 'keeps', 'erasure'] as const;

/** The map of what is kept as a table: one row a purpose. */
function map(frame: Frame, uses: DataMap['uses']): Html {
  const { t } = frame;
  return html`<table class="stacked data-map" role="table" aria-labelledby="map">
  <thead role="rowgroup">
    <tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${t(`privacy.map.columns.${column}`)}</th>`)}</tr>
  </thead>
  <tbody role="rowgroup">
    ${Object.entries(uses).map(([name, use]) => row(frame, name, use))}
  </tbody>
</table>`;
}

function row(frame: Frame, name: string, { about, basis, seenBy, keeps, erasure }: DataUse): Html {
  const { t, tOf } = frame;
  const title = (column: (typeof columns)[number]) => t(`privacy.map.columns.${column}`);
  const whom = about.map((code) => t(`privacy.about.${code}`)).join(', ');
  const who = whom === '' ? t('privacy.about.nobody') : whom;
  const readers = seenBy.map((code) => t(`privacy.seenBy.${code}`)).join(', ');
  return html`<tr role="row">
      <th role="rowheader" scope="row"><strong>${tOf(`privacy.uses.${name}.title`)}</strong><span class="stacked__text">${tOf(`privacy.uses.${name}.what`)}</span><span class="stacked__text quiet">${t('privacy.map.about', { who })}</span></th>
      <td role="cell" data-column="${title('why')}"><span>${tOf(`privacy.uses.${name}.why`)} <span class="quiet">${t(`privacy.basis.${basis}`)}</span></span></td>
      <td role="cell" data-column="${title('seenBy')}"><span>${readers}</span></td>
      <td role="cell" data-column="${title('keeps')}"><ul class="plain">${keeps.map((keep) => html`<li>${keepText(frame, keep)}</li>`)}</ul></td>
      <td role="cell" data-column="${title('erasure')}"><span>${t(`privacy.erasure.${erasure}`)}</span></td>
    </tr>`;
}

function keepText(frame: Frame, keep: Keep): string {
  const { t, tOf } = frame;
  const text =
    'for' in keep
      ? t(`privacy.from.${keep.from}`, { period: periodText(frame, keep.for) })
      : t(`privacy.until.${keep.until}`);
  return t('privacy.keep', { rule: tOf(`privacy.rules.${keep.rule}`), text });
}

/** The one unit that a period is written in; months are told as such up to three years, as the rules write them. */
function periodText({ t }: Frame, { months, days, minutes }: Period): string {
  if (months > 0) return t('privacy.period.months', { n: months });
  return days > 0 ? t('privacy.period.days', { n: days }) : t('privacy.period.minutes', { n: minutes });
}
