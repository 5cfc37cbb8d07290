import type { WalletOfferView } from '../../../src/web/label/wallet.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { csrfField } from '../../components/hidden.ts';
import { walletCode } from '../../components/wallet/walletCode.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type View = WalletOfferView & FormState;

/** Where the holder of a label gets the codes that a wallet takes it by. */
export function walletOfferPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { number, kit, action, codes } = view;
  return layout(
    frame,
    { title: `${titleOf(frame, t('wallet.offer.title'), view)} · ${number}` },
    html`<div class="narrow">
  ${errorSummary(frame, view.refusal.summary)}
  <p class="overline"><a href="${kit}">${t('kit.named', { number })}</a></p>
  <h1>${t('wallet.offer.title')}</h1>
  ${codes ? shownCodes(frame, codes) : html`<p class="lead">${t('wallet.offer.lead')}</p><p>${t('wallet.offer.how')}</p>`}
  <p class="after">${t('wallet.offer.follows')}</p>
  <form method="post" action="${action}">
    ${csrfField(frame)}
    ${codes ? button({ text: t('wallet.offer.again'), kind: 'quiet' }) : button({ text: t('wallet.offer.button') })}
  </form>
  <p class="after"><a href="${kit}">${t('wallet.offer.back')}</a></p>
</div>`,
  );
}

/** Apart from each other: who sees the first over a shoulder has not read the second. */
function shownCodes({ t }: Frame, { scanned, typed }: NonNullable<View['codes']>): Html {
  return html`<section class="card question" aria-labelledby="scan">
  <h2 class="question__title" id="scan">${t('wallet.offer.scan')}</h2>
  ${walletCode(scanned, { picture: t('wallet.offer.picture'), open: t('wallet.offer.open') })}
</section>
<section class="card question" aria-labelledby="code">
  <h2 class="question__title" id="code">${t('wallet.offer.code')}</h2>
  <p class="kit-typed" translate="no">${typed}</p>
  <p>${t('wallet.offer.codeText')}</p>
</section>`;
}
