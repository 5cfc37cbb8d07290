import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** Levels of difference at which the bar ends. */
const max = 2;

/** How far levels lie above or below others on average: a bar from the middle is drawn, its text is read; `without` where none is. */
export function gapBar({ t, number }: Frame, gap: number | null | undefined, without: string): Html {
  if (gap === null || gap === undefined) return html`<span class="quiet">${without}</span>`;
  const size = Math.abs(gap);
  const shown = number(size, 1);
  const side = shown === number(0, 1) ? 'same' : gap > 0 ? 'above' : 'below';
  const width = side === 'same' ? 0 : Math.round((Math.min(size, max) / max) * 500) / 10;
  const x = side === 'below' ? 50 - width : 50;
  return html`<span class="gap">
  <span class="gap__text">${t(`calibration.gap.${side}`, { gap: shown })}</span>
  <svg class="gap__bar" width="100%" height="12" aria-hidden="true" focusable="false"><rect class="progress__ground" y="1" width="100%" height="10" rx="5"/>${width > 0 && html`<rect class="gap__value gap__value--${side}" x="${x}%" y="1" width="${width}%" height="10"/>`}<line class="gap__middle" x1="50%" x2="50%" y1="0" y2="12"/></svg>
</span>`;
}
