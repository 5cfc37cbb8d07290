import type { TrailLineView } from '../../../src/web/application/submission/trail.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** What was done with a file, by which side, the oldest first. */
export function trail({ t }: Frame, lines: readonly TrailLineView[]): Html {
  return html`<p class="quiet small">${t('trail.lead')}</p>
<ol class="trail">
  ${lines.map(({ on, side, text }) => html`<li><span class="trail__on">${on} · ${side}</span>${text}</li>`)}
</ol>`;
}
