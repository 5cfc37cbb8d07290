import type { WebMiddleware, WebRouter } from '../state.ts';
import { openToAll } from './securityHeaders.ts';

/** How long (seconds) a browser need not ask again. */
const keptFor = 86_400;

/**
 * Lets the pages of other sites ask for what is open to all with headers of their own: their browser asks first whether it may
 * (Fetch, CORS-preflight). Any other address answers as if it were never asked so.
 */
export function preflight(router: WebRouter): WebMiddleware {
  return async (ctx, next) => {
    const asks = ctx.method === 'OPTIONS' && ctx.get('Access-Control-Request-Method') !== '';
    const isOpen = asks && router.match(ctx.path, 'GET').path.some(({ stack }) => stack.includes(openToAll));
    if (!isOpen) return next();
    ctx.set('Access-Control-Allow-Origin', '*');
    ctx.set('Access-Control-Allow-Methods', 'GET, HEAD');
    ctx.set('Access-Control-Allow-Headers', '*');
    ctx.set('Access-Control-Max-Age', String(keptFor));
    ctx.status = 204;
  };
}
