import { type Html, html } from '../html.ts';

/** The mark as a large drawing on the lake ground; its colours come from the style sheet. */
export function bigMark(classes: string): Html {
  return html`<svg class="${classes}" viewBox="0 0 120 150" aria-hidden="true" focusable="false"><path class="pin" d="M19.32 79.48A48 48 0 1 1 100.68 79.48L64.24 137.65A5 5 0 0 1 55.76 137.65Z"/><path class="first" d="M37.84 25.63A36 36 0 0 1 82.16 25.63A5 5 0 0 1 76.01 33.51A26 26 0 0 0 43.99 33.51A5 5 0 0 1 37.84 25.63ZM52.4 41a7.6 7.6 0 1 1 15.2 0a7.6 7.6 0 1 1 -15.2 0Z"/><path class="second" d="M95.65 48.99A36 36 0 0 1 73.49 87.38A5 5 0 0 1 69.74 78.11A26 26 0 0 0 85.75 50.38A5 5 0 0 1 95.65 48.99ZM63.66 60.5a7.6 7.6 0 1 1 15.2 0a7.6 7.6 0 1 1 -15.2 0Z"/><path class="third" d="M46.51 87.38A36 36 0 0 1 24.35 48.99A5 5 0 0 1 34.25 50.38A26 26 0 0 0 50.26 78.11A5 5 0 0 1 46.51 87.38ZM41.14 60.5a7.6 7.6 0 1 1 15.2 0a7.6 7.6 0 1 1 -15.2 0Z"/></svg>`;
}
