import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware, WebRouter } from './state.ts';

/** Ends a request that no route of `open` took, and none of `closed` takes, for its address or its method, before any work is done. */
export function knownAddress(open: WebRouter, closed: () => Promise<WebRouter>): WebMiddleware {
  return async (ctx, next) => {
    const methods = new Set([...methodsOf(open, ctx), ...methodsOf(await closed(), ctx)]);
    if (methods.size === 0) throw new LabelError('notFound');
    if (!methods.has(ctx.method)) {
      ctx.set('Allow', [...methods].join(', '));
      throw new LabelError('methodNotAllowed');
    }
    await next();
  };
}

function methodsOf(router: WebRouter, { path, method }: WebContext): string[] {
  return router.match(path, method).path.flatMap((layer) => layer.methods);
}
