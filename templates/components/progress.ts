import { type Html, html } from '../html.ts';

/** `value` of `max`: the bar is drawn, its label is read. */
export function progress(value: number, max: number, label: string, tone?: 'lake' | 'sun'): Html {
  const percent = max ? Math.min((value / max) * 100, 100) : 0;
  return html`<div class="progress${tone && ` progress--${tone}`}">
  ${label && html`<p class="progress__label">${label}</p>`}
  <svg class="progress__bar" width="100%" height="10" aria-hidden="true" focusable="false"><rect class="progress__ground" width="100%" height="10" rx="5"/>${percent > 0 && html`<rect class="progress__value" width="${Math.round(percent * 10) / 10}%" height="10" rx="5"/>`}</svg>
</div>`;
}
