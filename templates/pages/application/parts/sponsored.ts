import type { SponsoredCard } from '../../../../src/web/application/submission/sponsorship.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** How many words an organisation gave for others, on the criterion that it is about. */
export function sponsored({ t, date }: Frame, { since, days, suggests }: SponsoredCard): Html {
  return html`<div class="well">
  <p><strong>${t('sponsorship.count.own', { count: days.length, since: date(since) })}</strong></p>
  ${days.length > 0 && html`<p class="quiet">${t('sponsorship.count.traced')} ${days.map(date).join(', ')}</p>`}
  ${suggests && html`<p>${t('sponsorship.count.suggests', suggests)}</p>`}
</div>`;
}
