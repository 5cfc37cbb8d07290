import { forRequest } from '../../requestScope.ts';
import { routeClassOf } from './routeClass.ts';
import type { WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

/** Ids as proxies make them: ULID, UUID, hexadecimal. */
const wellFormed = /^[A-Za-z0-9_-]{16,64}$/;
/** Requests that write nothing are followed by their answer alone. */
const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Gives each request an id of ours, or takes that of our own proxy, never of a client. The answer says it, the journal, the log, the
 * jobs that follow and their letters name it; of a request that may write, the log says how it was answered.
 */
export function requestId({
  ids,
  log,
  trustedProxyHops,
  tracing,
}: Pick<WebDeps, 'ids' | 'log' | 'trustedProxyHops' | 'tracing'>): WebMiddleware {
  return async (ctx, next) => {
    const given = trustedProxyHops > 0 ? ctx.get('X-Request-Id') : '';
    const request = wellFormed.test(given) ? given : ids.next();
    ctx.state.request = request;
    ctx.set('X-Request-Id', request);
    if (reads.has(ctx.method)) return next();
    const begun = performance.now();
    await forRequest(request, async () => {
      await tracing.span('request', () => `${ctx.method} ${routeClassOf(ctx)}`, next);
      const { method, status, _matchedRoute: route } = ctx;
      log.info({ method, route, status, ms: Math.round(performance.now() - begun) }, 'request answered');
    });
  };
}

/** What is done behind a session, as spans: a command of a form, and whole pages that are read; public ones never are. */
export function traced({ tracing }: Pick<WebDeps, 'tracing'>): WebMiddleware {
  if (!tracing.isOn) return (_, next) => next();
  return (ctx, next) => {
    const route = () => String(ctx._matchedRoute ?? 'none');
    if (!reads.has(ctx.method)) return tracing.span('command', route, next);
    return forRequest(ctx.state.request, () =>
      tracing.span('request', () => `${ctx.method} ${routeClassOf(ctx)}`, next),
    );
  };
}
