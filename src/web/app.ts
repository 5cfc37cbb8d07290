import Koa from 'koa';
import { loadAssets } from './assets.ts';
import { createI18n } from './i18n.ts';
import { body, wellFormedAddress } from './middleware/body.ts';
import { csrf } from './middleware/csrf.ts';
import { errors } from './middleware/errors.ts';
import { knownAddress } from './middleware/knownAddress.ts';
import { language } from './middleware/language.ts';
import { readableAddress } from './middleware/readableAddress.ts';
import { securityHeaders } from './middleware/securityHeaders.ts';
import { session } from './middleware/session.ts';
import { loadAsker } from './middleware/signedIn.ts';
import { privateRoutes } from './privateRoutes.ts';
import { publicRoutes } from './publicRoutes.ts';
import type { WebState } from './state.ts';
import { view } from './view.ts';
import type { WebDeps } from './webDeps.ts';

/**
 * The web as a Koa application that does not listen yet. Public answers come first: no session, no cookie, the same for
 * all; then what a signed-in person sees and does.
 */
export function createApp(deps: WebDeps): Koa<WebState> {
  const app = new Koa<WebState>();
  const i18n = createI18n();
  const assets = loadAssets(deps.mode);
  const open = publicRoutes({ deps, i18n }, assets);
  const closed = privateRoutes({ deps, i18n });
  app.on('error', (err: unknown) => deps.log.error({ err }, 'an answer could not be given'));
  app.use(readableAddress);
  app.use(language(i18n));
  app.use(view(deps, assets));
  app.use(errors(deps));
  app.use(securityHeaders(deps.publicUrl));
  app.use(wellFormedAddress);
  app.use(knownAddress([open, closed]));
  app.use(open.routes());
  app.use(session(app, deps));
  app.use(body);
  app.use(csrf(deps.publicUrl));
  app.use(loadAsker(deps));
  app.use(closed.routes());
  return app;
}
