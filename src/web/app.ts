import Koa from 'koa';
import { createI18n, type I18n } from '../i18n/i18n.ts';
import { nothing } from '../policies/view.ts';
import type { ClosedRoutes } from './closedRoutes.ts';
import { errors } from './errors.ts';
import { type Assets, loadAssets } from './http/assets/assets.ts';
import { isAborted } from './http/isAborted.ts';
import { knownAddress } from './http/knownAddress.ts';
import { knownHost } from './http/knownHost.ts';
import { language } from './http/language.ts';
import { preflight } from './http/preflight.ts';
import { requestId } from './http/requestId.ts';
import { counted } from './http/routeClass.ts';
import { securityEvents } from './http/securityEvents.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import type { WebMiddleware, WebState } from './http/state.ts';
import { view } from './http/view.ts';
import type { WebDeps } from './http/webDeps.ts';
import { readableAddress, wellFormedAddress } from './http/wellFormedAddress.ts';
import { withinTime } from './http/withinTime.ts';
import { publicRoutes } from './publicRoutes.ts';

/** What pages are made of, whoever asks for them. */
interface Shown {
  readonly i18n: I18n;
  readonly assets: Assets;
}

/**
 * The web as a Koa application that does not listen yet. Public answers are served first: no session, no cookie, the same for
 * all; then what a signed-in person sees and does, which `loadClosed` loads with the first request for any of it.
 */
export function createApp(
  { store, ...rest }: WebDeps,
  loadClosed: () => Promise<ClosedRoutes>,
  { i18n, assets }: Shown = { i18n: createI18n(), assets: loadAssets(rest.mode) },
): Koa<WebState> {
  // Every page begins with a store that shows nothing of any organisation; a section opens it as far as a person may see.
  const deps: WebDeps = { ...rest, store: store.seenBy(nothing) };
  // The last of the addresses that our own proxies noted; what a client writes there itself lies before them.
  const app = new Koa<WebState>({ proxy: deps.trustedProxyHops > 0, maxIpsCount: deps.trustedProxyHops });
  const open = publicRoutes({ deps: { ...deps, store: deps.store.fromAnyMember() }, i18n }, assets);
  const closed = once(async () => {
    const closedRoutes = await loadClosed();
    const router = closedRoutes(app, { deps, i18n });
    // Its type asks for what it adds itself.
    return { router, answer: router.routes() as WebMiddleware };
  });
  app.on('error', (err: unknown) => {
    if (!isAborted(err)) deps.log.error({ err }, 'an answer could not be given');
  });
  app.use(counted(deps));
  app.use(requestId(deps));
  app.use(securityEvents(deps));
  app.use(securityHeaders(deps.publicUrl));
  app.use(readableAddress);
  app.use(language(i18n));
  app.use(view(deps, assets));
  app.use(errors(deps));
  app.use(withinTime(deps));
  app.use(knownHost(deps));
  app.use(wellFormedAddress);
  app.use(preflight(open));
  app.use(open.routes());
  app.use(knownAddress(open, async () => (await closed()).router));
  app.use(async (ctx, next) => (await closed()).answer(ctx, next));
  return app;
}

/** The result of `make`, computed on first use. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
