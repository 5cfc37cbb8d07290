import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** The way to whoever sells an offer: its own address, which is not ours to vouch for. */
export function contactLink({ t }: Frame, href: string, offer: string, kind = ''): Html {
  return html`<a class="button${kind && ` ${kind}`}" href="${href}" rel="nofollow noopener ugc">${t('register.contact')}<span class="govuk-visually-hidden">: ${offer}</span></a>`;
}
