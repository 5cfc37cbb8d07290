import type { StatusView } from '../../src/web/views/status.view.ts';
import { type Html, html } from '../html.ts';

const hatched = html`<path class="shield__ground" d="M32 4c8 5 16 7 25 8v23c0 16-8.5 26-25 33.5C15.5 61 7 51 7 35V12c9-1 17-3 25-8z"/>
<path class="shield__hatch" d="m10 25 15-15M9.5 41 42 8.5M12 54.5 54.5 12M20 63l35-35M33 66.5 54.5 45"/>
<path class="shield__edge" d="M32 4c8 5 16 7 25 8v23c0 16-8.5 26-25 33.5C15.5 61 7 51 7 35V12c9-1 17-3 25-8z"/>`;

const signs = {
  tick: 'm19 36 9.5 9.5L46 27',
  struck: 'm21 25 22 22M43 25 21 47',
  arrow: 'M18 36h27M35 25l11 11-11 11',
  dash: 'M19 36h26',
} as const;

/** The shape of a status; it says the same as the word and never stands alone. */
export function shield(shape: StatusView['shape'], classes?: string): Html {
  return html`<svg class="shield${classes && ` ${classes}`}" viewBox="0 0 64 72" width="56" height="63" aria-hidden="true" focusable="false">${
    shape === 'hatched'
      ? hatched
      : html`<path class="shield__body" d="M32 2c9 5.5 17 7.5 27 8.5V35c0 17-9.5 27.5-27 36C14.5 62.5 5 52 5 35V10.5C15 9.5 23 7.5 32 2z"/><path class="shield__sign" d="${signs[shape]}"/>`
  }</svg>`;
}
