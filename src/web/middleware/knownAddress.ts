import { LabelError } from '../../errors.ts';
import type { WebMiddleware, WebRouter } from '../state.ts';

/** Ends a request for an address that no route has, or with a method that none of its routes takes, before any work is done. */
export function knownAddress(routers: readonly WebRouter[]): WebMiddleware {
  return async (ctx, next) => {
    const layers = routers.flatMap((router) => router.match(ctx.path, ctx.method).path);
    const methods = new Set(layers.flatMap((layer) => layer.methods));
    if (methods.size === 0) throw new LabelError('notFound');
    if (!methods.has(ctx.method)) {
      ctx.set('Allow', [...methods].join(', '));
      throw new LabelError('methodNotAllowed');
    }
    await next();
  };
}
