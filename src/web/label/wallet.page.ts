import { walletOfferPage as template } from '../../../templates/pages/label/walletOffer.ts';
import { offerToWallet } from '../../commands/label/wallet/offerToWallet.ts';
import { viewWalletOffer } from '../../commands/label/wallet/viewWalletOffer.ts';
import type { WalletDesk } from '../../commands/ports/wallet/walletPorts.ts';
import type { Entry } from '../../register/entry.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { walletOfferView } from './wallet.view.ts';

/** Where whoever speaks for the holder of a label takes it into a wallet. */
export function walletOfferRoutes(router: WebRouter, wallets: WalletDesk): void {
  const labelOf = ({ params: { id: organisationId = '', number = '' } }: WebContext) => ({
    organisationId,
    number,
  });
  formPage(router, '/organisations/:id/labels/:number/wallet', {
    template,
    shape: {},
    load: (ctx) => viewWalletOffer(ctx.deps, askerOf(ctx), labelOf(ctx)),
    page: (entry: Entry, ctx) => walletOfferView(entry, null, ctx),
    submit: async (_, entry, ctx) => {
      const asker = askerOf(ctx);
      await ctx.deps.limits.take('walletOffersOfPerson', asker.id);
      const desk = { ...ctx.deps, wallets, codes: ctx.deps.access.codes };
      // In the answer itself: the codes are in no address, and nowhere once this page is gone.
      ctx.set('Cache-Control', 'no-store');
      return { shown: walletOfferView(entry, await offerToWallet(desk, asker, labelOf(ctx)), ctx) };
    },
  });
}
