import type { RouteClass } from '../../commands/ports/watchPorts.ts';
import type { WebContext, WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

/** Of a public answer by its path: pages stand below a language, and what is neither picture nor file of theirs is data. */
export function publicClass(path: string): RouteClass {
  if (/^\/(?:[a-z]{2}(?:\/|$)|$)/.test(path)) return 'page';
  if (path.startsWith('/badges/')) return 'badge';
  return path.startsWith('/assets/') ? 'asset' : 'api';
}

/** Counts each answer with how long it took to make it, and each limit that was reached. */
export function counted({ counts }: Pick<WebDeps, 'counts'>): WebMiddleware {
  return async (ctx, next) => {
    const begun = performance.now();
    try {
      await next();
    } finally {
      counts.made(routeClassOf(ctx), ctx.status, (performance.now() - begun) / 1000);
      const { refusal } = ctx.state;
      if (refusal?.code === 'tooManyRequests') counts.limited(String(refusal.params.limit ?? 'other'));
    }
  };
}

/** What an answer is counted as, once it was made. */
export function routeClassOf(ctx: WebContext): RouteClass {
  // Only where there is a session somebody was looked for.
  if (ctx.state.asker !== undefined) return 'private';
  // A path that cannot be read was never matched, and must not be asked for.
  return ctx._matchedRoute === undefined ? 'other' : publicClass(ctx.path);
}
