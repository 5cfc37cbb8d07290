import { createHash } from 'node:crypto';
import type { WebMiddleware } from '../state.ts';

/** For at most this long (seconds) a cache may show what was true: pages, badges and data never disagree for longer. */
const freshFor = 60;

/** A public answer may be kept for a short time and is then asked for again by its ETag. */
export const publicAnswer: WebMiddleware = async (ctx, next) => {
  await next();
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return;
  const { body } = ctx;
  if (ctx.status !== 200 || !(typeof body === 'string' || Buffer.isBuffer(body))) return;
  if (!ctx.response.get('Cache-Control')) ctx.set('Cache-Control', `public, max-age=${freshFor}`);
  ctx.etag ||= createHash('sha256').update(body).digest('base64url').slice(0, 27);
  if (ctx.fresh) ctx.status = 304;
};
