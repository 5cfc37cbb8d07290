import Router from '@koa/router';
import type Koa from 'koa';
import { body } from './middleware/body.ts';
import { csrf } from './middleware/csrf.ts';
import { limitVisits } from './middleware/limits.ts';
import { scriptNonce } from './middleware/securityHeaders.ts';
import { session } from './middleware/session.ts';
import { loadAsker } from './middleware/signedIn.ts';
import { upload } from './middleware/upload.ts';
import { providerCallback } from './pages/signInProvider.ts';
import { privateRoutes } from './privateRoutes.ts';
import type { Web, WebRouter, WebState } from './state.ts';

export type ClosedRoutes = typeof closedRoutes;

/** Everything behind a session: who is signed in is known, and what they send has been read, before any route is asked. */
export function closedRoutes(app: Koa<WebState>, web: Web): WebRouter {
  const { deps } = web;
  const router = new Router<WebState>();
  router.use(scriptNonce);
  router.use(session(app, deps));
  router.use(loadAsker(deps));
  router.use(limitVisits(deps));
  router.use(upload(deps));
  router.use(body);
  router.use(csrf(deps.publicUrl));
  // First, because the pages take the first part of an address for a language.
  router.use(providerCallback(web).routes());
  router.use(privateRoutes(web).routes());
  return router;
}
