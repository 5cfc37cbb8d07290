import type { EarlierPlaceView, StaffBeside } from '../../src/web/application/submission/beside.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';

type Renewal = NonNullable<StaffBeside['renewal']>;

/** Of a renewal: what is worth to be read first. */
export function whatChanged(frame: Frame, beside: StaffBeside | null): Content {
  const { t } = frame;
  if (!beside?.renewal) return undefined;
  const { labelNumber, first, retired } = beside.renewal;
  return html`<section class="card" aria-labelledby="changed">
  <h2 id="changed">${t('renewal.staff.title')}</h2>
  <p>${t('renewal.staff.lead', { count: first.length, number: labelNumber })}</p>
  ${first.length > 0 && html`<ul class="tasks tasks--inside">${first.map((one) => changedPlace(frame, one))}</ul>`}
  ${retired.length > 0 && html`<p class="quiet">${t('renewal.retired')} ${retired.map((id, at) => html`${at > 0 && ', '}<span class="code">${id}</span>`)}</p>`}
</section>`;
}

function changedPlace({ t }: Frame, { href, id, title, offer, why }: Renewal['first'][number]): Content {
  const name = html`<span class="code">${id}</span> ${title}`;
  return html`<li class="task"><span class="task__text">${href ? html`<a href="${href}">${name}</a>` : html`<span>${name}</span>`}${offer && html`<span class="task__line">${offer}</span>`}</span><span class="task__state"><span class="pill pill--sun">${t(`renewal.staff.why.${why}`)}</span></span></li>`;
}

/** What was settled at a criterion in the last cycle, and how many words of holders are traced today. */
export function lastCycle(
  { t, date }: Frame,
  place: EarlierPlaceView | undefined,
  sponsored: StaffBeside['sponsored'],
): Content {
  return [
    place &&
      html`<div class="well place__then">
  <p class="place__by">${t('renewal.staff.then')}</p>
  <p class="place__fact"><span class="quiet">${t('renewal.staff.claimed')}</span> ${place.claimed}</p>
  ${place.settled && html`<p class="place__fact"><span class="quiet">${t('renewal.staff.settled')}</span> <strong>${place.settled}</strong></p>`}
  ${place.note && html`<p class="place__fact"><span class="quiet">${t('renewal.staff.note')}</span> ${place.note}</p>`}
</div>`,
    sponsored &&
      html`<p class="place__fact"><span class="quiet">${t('sponsorship.count.traced')}</span> ${t('sponsorship.count.theirs', { count: sponsored.days.length, since: date(sponsored.since) })}${sponsored.days.length > 0 && ` ${sponsored.days.map(date).join(', ')}`}</p>`,
  ];
}
