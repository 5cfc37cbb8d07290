import type { GapBar } from '../../src/web/views/gapBar.view.ts';
import { type Html, html } from '../html.ts';

/** A difference from the middle: the bar is drawn, its text is read; `without` replaces it when there is nothing to compare. */
export function gapBar(bar: GapBar | null | undefined, without: string): Html {
  if (!bar) return html`<span class="quiet">${without}</span>`;
  return html`<span class="gap">
  <span class="gap__text">${bar.text}</span>
  <svg class="gap__bar" width="100%" height="12" aria-hidden="true" focusable="false"><rect class="progress__ground" y="1" width="100%" height="10" rx="5"/>${bar.width > 0 && html`<rect class="gap__value gap__value--${bar.side}" x="${bar.x}%" y="1" width="${bar.width}%" height="10"/>`}<line class="gap__middle" x1="50%" x2="50%" y1="0" y2="12"/></svg>
</span>`;
}
