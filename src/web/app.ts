import Koa from 'koa';
import { nothing } from '../policies/view.ts';
import { isBrokenOff } from './isBrokenOff.ts';
import { body, wellFormedAddress } from './middleware/body.ts';
import { csrf } from './middleware/csrf.ts';
import { errors } from './middleware/errors.ts';
import { knownAddress } from './middleware/knownAddress.ts';
import { knownHost } from './middleware/knownHost.ts';
import { language } from './middleware/language.ts';
import { limitVisits } from './middleware/limits.ts';
import { preflight } from './middleware/preflight.ts';
import { readableAddress } from './middleware/readableAddress.ts';
import { requestId } from './middleware/requestId.ts';
import { scriptNonce, securityHeaders } from './middleware/securityHeaders.ts';
import { session } from './middleware/session.ts';
import { loadAsker } from './middleware/signedIn.ts';
import { upload } from './middleware/upload.ts';
import { providerCallback } from './pages/signInProvider.ts';
import { type Presentation, presentation } from './presentation.ts';
import { privateRoutes } from './privateRoutes.ts';
import { publicRoutes } from './publicRoutes.ts';
import type { WebState } from './state.ts';
import { view } from './view.ts';
import type { WebDeps } from './webDeps.ts';

/**
 * The web as a Koa application that does not listen yet. Public answers come first: no session, no cookie, the same for
 * all; then what a signed-in person sees and does.
 */
export function createApp(
  { store, ...rest }: WebDeps,
  shown: Presentation = presentation(rest.mode),
): Koa<WebState> {
  const { i18n, assets } = shown;
  // Every page begins with a store that shows nothing of any organisation; a section opens it as far as a person may see.
  const deps: WebDeps = { ...rest, store: store.seenBy(nothing) };
  // The last of the addresses that our own proxies noted; what a client writes there itself lies before them.
  const app = new Koa<WebState>({
    proxy: deps.trustedProxyHops > 0,
    maxIpsCount: deps.trustedProxyHops,
  });
  const open = publicRoutes({ deps, i18n }, assets);
  const closed = privateRoutes({ deps, i18n });
  const callback = providerCallback({ deps, i18n });
  app.on('error', (err: unknown) => {
    if (!isBrokenOff(err)) deps.log.error({ err }, 'an answer could not be given');
  });
  app.use(requestId(deps));
  app.use(securityHeaders(deps.publicUrl));
  app.use(readableAddress);
  app.use(language(i18n));
  app.use(view(deps, shown));
  app.use(errors(deps));
  app.use(knownHost(deps));
  app.use(wellFormedAddress);
  app.use(preflight(open));
  app.use(knownAddress([open, closed, callback]));
  app.use(open.routes());
  app.use(scriptNonce);
  app.use(session(app, deps));
  app.use(loadAsker(deps));
  app.use(limitVisits(deps));
  app.use(upload(deps));
  app.use(body);
  app.use(csrf(deps.publicUrl));
  app.use(closed.routes());
  app.use(callback.routes());
  return app;
}
