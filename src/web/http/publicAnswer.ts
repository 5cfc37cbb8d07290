import { hash } from 'node:crypto';
import { addressOf } from './cache/addressOf.ts';
import type { ResponseCache } from './cache/responseCache.ts';
import { publicClass } from './routeClass.ts';
import type { WebContext, WebMiddleware } from './state.ts';

/** For at most this long (seconds) a cache may show what was true: pages, badges and data never disagree for longer, and who looks again sees that a label was suspended. */
export const freshFor = 5;

/** Headers of one answer or of one client alone, and those that follow from the body. */
const uncached = new Set(['x-request-id', 'etag', 'content-length', 'ratelimit', 'ratelimit-policy']);

/** A public answer may be cached for a short time and is then requested again by its ETag; this process caches it as well. */
export function publicAnswer(answers: ResponseCache): WebMiddleware {
  return async (ctx, next) => {
    const begun = answers.begin();
    await next();
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return;
    const body = typeof ctx.body === 'string' ? Buffer.from(ctx.body) : ctx.body;
    if (ctx.status !== 200 || !Buffer.isBuffer(body)) return;
    ctx.body = body;
    if (!ctx.response.get('Cache-Control')) ctx.set('Cache-Control', `public, max-age=${freshFor}`);
    ctx.etag ||= hash('sha256', body, 'base64url').slice(0, 27);
    const isText = /^text\/|json|xml|svg/.test(ctx.response.type) && !ctx.response.get('Content-Encoding');
    if (isText) ctx.vary('Accept-Encoding');
    const address = addressOf(ctx.req);
    const isForAll =
      ctx.response.get('Cache-Control').startsWith('public') && !ctx.response.get('Set-Cookie');
    if (begun !== null && address !== null && isForAll) {
      answers.keep(address, { ...formOf(ctx, isText), body, isText, route: publicClass(ctx.path) }, begun);
    }
    if (ctx.fresh) ctx.status = 304;
  };
}

function formOf({ response, request, state }: WebContext, isText: boolean) {
  const vary = response.get('Vary').toLowerCase().split(/,\s*/).filter(Boolean);
  // This process compresses texts by itself.
  const names = isText ? vary.filter((name) => name !== 'accept-encoding') : vary;
  return {
    headers: Object.entries(response.headers).flatMap(([name, value]) =>
      uncached.has(name) || value === undefined ? [] : [name, [value].flat().join(', ')],
    ),
    etag: response.get('ETag'),
    vary: names.map((name) => [name, request.headers[name]?.toString()] as const),
    about: state.about ?? null,
  };
}
