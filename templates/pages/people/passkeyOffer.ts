import { button } from '../../components/button.ts';
import { passkey, passkeyLess, passkeyScript } from '../../components/passkey.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** Offers a passkey, once, to who signed in by a code; `next` is the page to go on to, with a passkey or without. */
export function passkeyOfferPage(frame: Frame, { next }: { readonly next: string }): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('pages.passkeyOffer.title')), head: passkeyScript(frame) },
    html`<div class="narrow">
  <h1>${t('pages.passkeyOffer.title')}</h1>
  <p class="lead">${t('pages.passkeyOffer.lead')}</p>
  <section class="card">
    <p>${t('pages.passkeyOffer.safe')}</p>
    <div class="row">
      ${passkey(frame, {
        purpose: 'register',
        answer: `/${lang}/account/passkeys`,
        text: t('pages.passkeyOffer.button'),
        failed: t('pages.passkeyOffer.failed'),
        next,
      })}
      ${button({ text: t('pages.passkeyOffer.later'), href: next, kind: 'quiet' })}
    </div>
    ${passkeyLess(frame, t('pages.passkeyOffer.noScript'))}
  </section>
</div>`,
  );
}
