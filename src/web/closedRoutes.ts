import Router from '@koa/router';
import type Koa from 'koa';
import { keyRoutes } from './api/ownApplications.ts';
import { scimRoutes } from './api/scim/scimRoutes.ts';
import { body } from './http/body.ts';
import { limitVisits } from './http/limits.ts';
import { traced } from './http/requestId.ts';
import { scriptNonce } from './http/securityHeaders.ts';
import { csrf } from './http/session/csrf.ts';
import { session } from './http/session/session.ts';
import { loadAsker } from './http/session/signedIn.ts';
import type { Web, WebRouter, WebState } from './http/state.ts';
import { ownUpload } from './http/uploads/ownUpload.ts';
import { providerCallback } from './people/signInProvider.page.ts';
import { privateRoutes } from './privateRoutes.ts';

export type ClosedRoutes = typeof closedRoutes;

/** Everything behind a key, the token of a directory or a session: who is signed in is known, and what they send has been read, before any page is asked. */
export function closedRoutes(app: Koa<WebState>, web: Web): WebRouter {
  const { deps } = web;
  const router = new Router<WebState>();
  // Before any session is read: no cookie counts where a key does.
  keyRoutes(router, web);
  scimRoutes(router, web);
  router.use(scriptNonce, session(app, deps), loadAsker(deps), limitVisits(deps));
  router.use(ownUpload(deps), body, csrf(deps.publicUrl), traced(deps));
  // First, because the pages take the first part of an address for a language.
  router.use(providerCallback(web).routes());
  router.use(privateRoutes(web).routes());
  return router;
}
