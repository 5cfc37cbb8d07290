import { walletShowPage } from '../../../templates/pages/verify/walletShow.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { WalletDesk } from '../../commands/ports/wallet/walletPorts.ts';
import { askToShow } from '../../commands/verify/showFromWallet.ts';
import { clientKey } from '../http/clientKey.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { walletShow } from './walletShow.view.ts';

/** Where a visitor has a label shown from a wallet: the page is found by whoever asked alone, for some minutes. */
export function walletShowRoutes(router: WebRouter, { deps }: Web, wallets: WalletDesk): void {
  router.post('/verify/wallet', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    await deps.limits.take('walletRequestsFromClient', clientKey(ctx.ip));
    const id = await askToShow({ ...deps, wallets });
    ctx.redirect(`/${ctx.words.language}/verify/wallet/${id}`);
  });
  router.get('/verify/wallet/:id', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    const { id = '' } = ctx.params;
    const request = requireVisible(await wallets.requestOf({ id }, deps.clock.now()));
    ctx.render(walletShowPage, walletShow(request, deps.publicUrl, ctx.words));
  });
}
