import type { SiteChecks } from '../../../src/commands/label/views/viewSiteChecks.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** How labels are drawn for a site check, and what computes the draws again. */
export function siteChecksPage(frame: Frame, { randomShare, riskShare, days, draws }: SiteChecks): Html {
  const { t, lang, number } = frame;
  const share = (part: number) => `${number(100 * part)} %`;
  return layout(
    frame,
    { title: titleOf(frame, t('siteChecks.title')), description: t('siteChecks.lead') },
    html`<h1>${t('siteChecks.title')}</h1>
<p class="lead">${t('siteChecks.lead')}</p>
<h2>${t('siteChecks.howHeading')}</h2>
<p>${t('siteChecks.chance', { share: share(randomShare) })}</p>
<p>${t('siteChecks.risk', { share: share(riskShare) })}</p>
<p>${t('siteChecks.after', { days })}</p>
<h2>${t('siteChecks.againHeading')}</h2>
<ol>${(['seed', 'ticket', 'lowest'] as const).map((step) => html`<li>${t(`siteChecks.again.${step}`)}</li>`)}</ol>
<h2>${t('siteChecks.drawsHeading')}</h2>
${draws.length > 0 ? drawsTable(frame, draws) : html`<p class="quiet">${t('siteChecks.none')}</p>`}
<p class="no-print"><a href="/${lang}/how">${t('nav.how')}</a></p>`,
  );
}

function drawsTable({ t, date, number }: Frame, draws: SiteChecks['draws']): Content {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${t('siteChecks.drawsHeading')}">
<table>
  <thead><tr><th scope="col">${t('siteChecks.year')}</th><th scope="col">${t('siteChecks.on')}</th><th scope="col">${t('siteChecks.seed')}</th><th scope="col" class="numeric">${t('siteChecks.labels')}</th><th scope="col" class="numeric">${t('siteChecks.byChance')}</th><th scope="col" class="numeric">${t('siteChecks.byRisk')}</th></tr></thead>
  <tbody>${draws.map(
    ({ year, on, seed, labels, random, risk }) =>
      html`<tr><th scope="row">${String(year)}</th><td>${date(on)}</td><td><code>${seed}</code></td><td class="numeric">${number(labels)}</td><td class="numeric">${number(random)}</td><td class="numeric">${number(risk)}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}
