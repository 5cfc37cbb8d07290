import * as z from 'zod';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { WalletRefusal } from '../../../commands/label/wallet/offerToWallet.ts';
import { untilSigned } from '../../../commands/label/wallet/takeCredential.ts';
import type { WalletDesk } from '../../../commands/ports/wallet/walletPorts.ts';
import { takeShown } from '../../../commands/verify/showFromWallet.ts';
import { LabelError } from '../../../errors.ts';
import { body } from '../../http/body.ts';
import { clientKey } from '../../http/clientKey.ts';
import { retryLater } from '../../http/retryLater.ts';
import { openToWallets } from '../../http/securityHeaders.ts';
import type { Web, WebRouter } from '../../http/state.ts';
import { inWords, read } from './walletRoutes.ts';

/** One presentation of the one credential that is asked for, by its id there (OpenID4VP 1.0, 8.1). */
const vpToken = z.object({ label: z.tuple([z.string().min(1)]) });
const answer = z.object({ vp_token: z.string().max(100_000), state: z.string().max(200) });

/** What a wallet is asked to show, and where it answers: OpenID4VP 1.0 by a signed request and `direct_post`. */
export function showRoutes(router: WebRouter, { deps }: Web, wallets: WalletDesk): void {
  router.get('/wallet/requests/:ref', openToWallets, async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    const { ref = '' } = ctx.params;
    const { clock, limits } = deps;
    // Each waits for a signature.
    await limits.take('walletsFromClient', clientKey(ctx.ip));
    requireVisible(await wallets.requestOf({ ref }, clock.now()));
    const signed = await untilSigned({ wallets, clock }, ref);
    if (signed === null) {
      const later = new LabelError('issuerUnavailable', { params: { retryAfter: 5 } });
      retryLater(ctx, later);
      throw later;
    }
    ctx.body = signed;
    ctx.type = 'application/oauth-authz-req+jwt';
  });
  router.post('/wallet/answers/:ref', openToWallets, body, async (ctx) => {
    await deps.limits.take('walletsFromClient', clientKey(ctx.ip));
    await inWords(ctx, async () => {
      const { vp_token, state } = read(answer, ctx);
      const shown = vpToken.safeParse(parsed(vp_token));
      const { ref = '' } = ctx.params;
      const isTaken =
        shown.success && (await takeShown({ ...deps, wallets }, { ref, state, shown: shown.data.label[0] }));
      if (!isTaken) throw new WalletRefusal('invalid_request');
      return {};
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
