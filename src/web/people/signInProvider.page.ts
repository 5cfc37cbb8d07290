import Router from '@koa/router';
import { signInByProvider } from '../../commands/people/signIn/signInByProvider.ts';
import type { IdentityProvider } from '../../commands/ports/accessPorts.ts';
import { LabelError } from '../../errors.ts';
import { isLanguage } from '../../i18n/i18n.ts';
import { sessionOf } from '../http/session/sessionOf.ts';
import type { Web, WebRouter, WebState } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { completeSignIn } from './completeSignIn.ts';

/** The redirect to the identity provider of the staff; absent unless configured. */
export function signInProviderPage(router: WebRouter, { deps }: Web): void {
  router.get('/sign-in/oidc', async (ctx) => {
    const data = sessionOf(ctx);
    const { address, visit } = await providerOf(deps).begin(data?.anew ?? false);
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
    const how = identity.strong ? 'oidcStrong' : 'oidc';
    // A provider that does not say when may have known them for days.
    ctx.redirect(await completeSignIn(deps, ctx, person, { how, provedAt: identity.provedAt ?? 0 }));
  });
  return router;
}

function providerOf({ access }: WebDeps): IdentityProvider {
  if (!access.provider) throw new LabelError('notFound');
  return access.provider;
}
