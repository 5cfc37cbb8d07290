import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

const parts = ['first', 'second', 'third'];

/** The mark as a large drawing on the lake ground; its colours come from the style sheet. */
export function bigMark({ label }: Frame, classes: string): Html {
  const [ground = '', ...others] = label.mark;
  return html`<svg class="${classes}" viewBox="0 0 120 150" aria-hidden="true" focusable="false"><path class="pin" d="${ground}"/>${others.map((path, i) => html`<path class="${parts[i % parts.length] ?? ''}" d="${path}"/>`)}</svg>`;
}
