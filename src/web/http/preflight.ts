import { openToAll, openToWallets } from './securityHeaders.ts';
import type { WebMiddleware, WebRouter } from './state.ts';

/** How long (seconds) a browser need not ask again. */
const maxAge = 86_400;

/**
 * Lets the pages of other sites ask for what is open to all with headers of their own: their browser asks first whether it may
 * (Fetch, CORS-preflight). Any other address answers as if it were never asked so.
 */
export function preflight(router: WebRouter): WebMiddleware {
  return async (ctx, next) => {
    const asks = ctx.method === 'OPTIONS' && ctx.get('Access-Control-Request-Method') !== '';
    const layers = asks ? router.match(ctx.path, 'GET').path : [];
    const open = layers.filter(({ stack }) => stack.includes(openToAll) || stack.includes(openToWallets));
    if (open.length === 0) return next();
    ctx.set('Access-Control-Allow-Origin', '*');
    const methods = new Set(open.flatMap((layer) => layer.methods));
    ctx.set('Access-Control-Allow-Methods', [...methods].sort().join(', '));
    ctx.set('Access-Control-Allow-Headers', '*');
    ctx.set('Access-Control-Max-Age', String(maxAge));
    ctx.status = 204;
  };
}
