import type { ScaleBarView } from '../../src/web/views/scaleBar.view.ts';
import { type Html, html } from '../html.ts';

/**
 * A figure on its thresholds; its sentence is the alternative text. No viewBox: places are per cent of the width, so that the
 * figures keep their size on a telephone.
 */
export function scaleBar({ id, sentence, parts, ticks, marker }: ScaleBarView): Html {
  const top = marker ? 28 : 2;
  return html`<svg class="scale" width="100%" height="${top + 42}" role="img" aria-label="${sentence}">
  <clipPath id="${id}"><rect y="${top}" width="100%" height="14" rx="7"/></clipPath>
  <g clip-path="url(#${id})">
    ${parts.map(({ level, x, width }) => html`<rect class="scale__part scale__part--${level}" x="${x}%" y="${top}" width="${width}%" height="14"/>`)}
  </g>
  ${ticks.map(({ x, text }) => html`<text class="scale__tick" x="${x}%" y="${top + 34}" text-anchor="middle">${text}</text>`)}
  ${
    marker &&
    html`<line class="scale__needle" x1="${marker.x}%" x2="${marker.x}%" y1="25" y2="46"/>
  <text class="scale__value" x="${marker.x}%" y="18" text-anchor="${marker.anchor}">${marker.text}</text>`
  }
</svg>`;
}
