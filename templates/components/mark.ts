import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** The mark as a large drawing on the lake ground; its colours come from the style sheet. */
export function bigMark({ label }: Frame, classes: string): Html {
  const parts = label.mark.map(({ path, colour }) => html`<path class="mark-${colour}" d="${path}"/>`);
  return html`<svg class="${classes}" viewBox="0 0 120 150" aria-hidden="true" focusable="false">${parts}</svg>`;
}
