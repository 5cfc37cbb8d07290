import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware, WebRouter } from './state.ts';

/**
 * Ends a request for an address that no route has, or with a method that none of its routes takes, before any work is done. The
 * `closed` routes are looked at only when the `open` ones have none for the request.
 */
export function knownAddress(open: WebRouter, closed: () => Promise<WebRouter>): WebMiddleware {
  return async (ctx, next) => {
    const methods = methodsOf(open, ctx);
    if (!methods.has(ctx.method)) {
      for (const method of methodsOf(await closed(), ctx)) methods.add(method);
    }
    if (methods.size === 0) throw new LabelError('notFound');
    if (!methods.has(ctx.method)) {
      ctx.set('Allow', [...methods].join(', '));
      throw new LabelError('methodNotAllowed');
    }
    await next();
  };
}

function methodsOf(router: WebRouter, { path, method }: WebContext): Set<string> {
  return new Set(router.match(path, method).path.flatMap((layer) => layer.methods));
}
