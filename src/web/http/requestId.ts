import type { WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

/** Gives each request an id of ours; one that a client sends is not believed. The journal names it, and the answer says it. */
export function requestId({ ids }: Pick<WebDeps, 'ids'>): WebMiddleware {
  return async (ctx, next) => {
    ctx.state.request = ids.next();
    ctx.set('X-Request-Id', ctx.state.request);
    await next();
  };
}
