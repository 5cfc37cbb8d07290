import Router from '@koa/router';
import type { IdentityProvider } from '../../commands/accessPorts.ts';
import { signInByProvider } from '../../commands/signingIn/signInByProvider.ts';
import { LabelError } from '../../errors.ts';
import { isLanguage } from '../../words/i18n.ts';
import { sessionOf } from '../middleware/sessionOf.ts';
import type { Web, WebRouter, WebState } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { enter } from './enter.ts';

/** The way out to the identity provider of the staff; there is none when none is configured. */
export function signInProviderPage(router: WebRouter, { deps }: Web): void {
  router.get('/sign-in/oidc', async (ctx) => {
    const { address, visit } = await providerOf(deps).begin();
    const data = sessionOf(ctx);
    if (data) data.visit = { ...visit, language: ctx.words.language };
    ctx.redirect(address);
  });
}

/** The way back, at one address for all languages: the provider knows no other. */
export function providerCallback({ deps, i18n }: Web): WebRouter {
  const router = new Router<WebState>();
  router.get('/sign-in/oidc/callback', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    const provider = providerOf(deps);
    const data = sessionOf(ctx);
    const visit = data?.visit;
    if (data) delete data.visit;
    if (isLanguage(visit?.language)) ctx.words = i18n[visit.language];
    const identity = visit ? await provider.finish(ctx.search, visit) : null;
    if (!identity) throw new LabelError('providerRefused');
    const person = await signInByProvider(deps, { identity, request: ctx.state.request });
    ctx.redirect(await enter(ctx, person, 'oidc'));
  });
  return router;
}

function providerOf({ access }: WebDeps): IdentityProvider {
  if (!access.provider) throw new LabelError('notFound');
  return access.provider;
}
