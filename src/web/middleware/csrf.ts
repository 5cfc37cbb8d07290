import { randomBytes, timingSafeEqual } from 'node:crypto';
import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import { sessionOf } from './session.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A request that changes something must come from our own page and carry the token of its session; else `forbidden`. */
export function csrf(publicUrl: string): WebMiddleware {
  const { origin } = new URL(publicUrl);
  return async (ctx, next) => {
    if (!safe.has(ctx.method)) {
      const from = ctx.get('Origin');
      if (from !== '' && from !== origin && from !== `${ctx.protocol}://${ctx.host}`)
        throw new LabelError('forbidden');
      const body = fieldsOf(ctx.request.body);
      const kept = sessionOf(ctx)?.csrf;
      if (!isSame(ctx.get('X-CSRF-Token') || body.csrf, kept)) throw new LabelError('forbidden');
      const { csrf: _, ...fields } = body;
      ctx.request.body = fields;
    }
    await next();
  };
}

/** The token of a session, made when a page first needs it; empty on a public page, which has no session. */
export function csrfToken(ctx: WebContext): string {
  const data = sessionOf(ctx);
  if (!data) return '';
  data.csrf ??= randomBytes(24).toString('base64url');
  return data.csrf;
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function isSame(sent: unknown, kept: string | undefined): boolean {
  if (typeof sent !== 'string' || kept === undefined) return false;
  const [a, b] = [Buffer.from(sent), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
