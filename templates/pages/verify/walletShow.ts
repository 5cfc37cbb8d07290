import type { WalletShowView } from '../../../src/web/verify/walletShow.view.ts';
import { button } from '../../components/button.ts';
import { verdict } from '../../components/verdict.ts';
import { walletCode } from '../../components/wallet/walletCode.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import { checkList } from './verifiedFile.ts';

/** Where a visitor waits for what somebody shows from a wallet, and sees what it is worth. */
export function walletShowPage(frame: Frame, view: WalletShowView): Html {
  const { t } = frame;
  const { here, code, report } = view;
  if (report) return layout(frame, { title: report.verdict.word }, shownLabel(frame, report));
  return layout(
    frame,
    { title: t('wallet.show.title') },
    html`<div class="narrow">
  <h1>${t('wallet.show.title')}</h1>
  <p class="lead">${t('wallet.show.lead')}</p>
  ${code && walletCode(code, { picture: t('wallet.show.picture'), open: t('wallet.show.open') })}
  <p role="status">${t('wallet.show.waiting')}</p>
  <p>${button({ text: t('wallet.show.look'), href: here })}</p>
  <p class="quiet">${t('wallet.show.life')}</p>
</div>`,
  );
}

function shownLabel(frame: Frame, report: NonNullable<WalletShowView['report']>): Html {
  const { t, lang } = frame;
  const { registerSays, label } = report;
  return html`${verdict(report.verdict)}
<h1>${t('wallet.show.shown')}</h1>
${registerSays && html`<p class="lead">${registerSays}</p>`}
${checkList(frame, report)}
<p class="row">
  ${label && html`${button({ text: t('verification.page.labelLink'), href: label })} `}
</p>
<form method="post" action="/${lang}/verify/wallet">${button({ text: t('wallet.show.another'), kind: 'quiet' })}</form>`;
}
