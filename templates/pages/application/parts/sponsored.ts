import type { SponsoredCard } from '../../../../src/web/application/submission/sponsorship.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** How many words an organisation gave for others, on the criterion that it is about. */
export function sponsored({ t }: Frame, { text, days, suggests }: SponsoredCard): Html {
  return html`<div class="well">
  <p><strong>${text}</strong></p>
  ${days.length > 0 && html`<p class="quiet">${t('sponsorship.count.traced')} ${days.join(', ')}</p>`}
  ${suggests && html`<p>${suggests}</p>`}
</div>`;
}
