import type { HealthView } from '../../../src/web/desk/health.view.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** How the service stands: each part with what to do, parked jobs, and what the clock does. */
export function healthPage(frame: Frame, view: HealthView): Html {
  const { t } = frame;
  const { lines, jobs, more, turns } = view;
  return staffLayout(
    frame,
    { name: t('health.title') },
    html`<h1>${t('health.title')}</h1>
<p class="lead">${t('health.lead')}</p>
<ul class="journal journal--wide">${lines.map(
      ({ what, name, pill: light, text, todo }) => html`<li class="journal__line" id="${what}">
  <span class="journal__what">${name} ${pill(light)}</span>
  <span>${text}</span>
  ${todo && html`<span class="journal__small">${todo}</span>`}
</li>`,
    )}</ul>
<h2 id="jobs">${t('health.jobs.title')}</h2>
${
  jobs.length > 0
    ? html`<p>${t('health.jobs.lead')}</p>
<ul class="journal">${jobs.map(
        (job) => html`<li class="journal__line">
  <span class="journal__what"><a href="${job.href}">${job.does}</a></span>
  <span>${job.on} · ${job.fact}</span>
  <span class="journal__small">${job.why} ${job.tries}</span>
</li>`,
      )}</ul>
${more && html`<p>${t('health.jobs.more')}</p>`}`
    : html`<p>${t('health.jobs.none')}</p>`
}
<h2>${t('health.clock.title')}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${t('health.clock.title')}"><table class="table">
  <thead><tr><th scope="col">${t('health.clock.what')}</th><th scope="col">${t('health.clock.last')}</th><th scope="col">${t('health.clock.next')}</th></tr></thead>
  <tbody>${turns.map(({ name, last, next }) => html`<tr><th scope="row">${name}</th><td>${last}</td><td>${next}</td></tr>`)}</tbody>
</table></div>`,
  );
}
