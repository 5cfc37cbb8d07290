import type { ClockView } from '../../src/web/views/fileClock.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** Whose turn it is, in working days. */
export function fileClock({ t }: Frame, { text, applicant, due }: ClockView): Html {
  return html`<div class="well well--small">
  <p><strong>${t('information.clock.heading')}</strong></p>
  <p class="small">${text}</p>
  ${applicant && html`<p class="small">${applicant}</p>`}
  ${due && html`<p class="small">${due}</p>`}
</div>`;
}
