import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { openToWallets } from '../../http/securityHeaders.ts';
import type { Web, WebContext, WebRouter } from '../../http/state.ts';
import { authorizationMetadata, issuerMetadata, labelTypeMetadata, tokenKeys } from './metadata.ts';

/** What wallets and verifiers read of this issuer before they ask for anything, and the status of what it gave them. */
export function walletMetadata(router: WebRouter, { deps, i18n }: Web): void {
  const { publicUrl, store } = deps;
  const json = (path: string, answer: (ctx: WebContext) => object | Promise<object>) =>
    router.get(path, openToWallets, async (ctx) => {
      ctx.body = JSON.stringify(await answer(ctx));
      ctx.type = 'json';
    });
  json('/.well-known/openid-credential-issuer', () => issuerMetadata(publicUrl, i18n));
  json('/.well-known/oauth-authorization-server', () => authorizationMetadata(publicUrl));
  json('/.well-known/jwt-vc-issuer', async () => {
    const trusted = (await store.issuerKeys()).filter(({ distrustedAt }) => distrustedAt === null);
    return tokenKeys(publicUrl, trusted);
  });
  json('/wallet/types/label', () => labelTypeMetadata(publicUrl, i18n));
  router.get('/wallet/status/:list', openToWallets, async (ctx) => {
    const n = /^[1-9]\d{0,5}$/.exec(ctx.params.list ?? '');
    const list = requireVisible(n && (await store.statusList('token', Number(n[0]))));
    ctx.body = list.credential;
    ctx.type = 'application/statuslist+jwt';
  });
}
