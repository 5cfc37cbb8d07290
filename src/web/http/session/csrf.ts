import { randomBytes, timingSafeEqual } from 'node:crypto';
import { LabelError } from '../../../errors.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import { formAuthor, markIn } from './formAuthor.ts';
import { lateForm } from './lateForm.ts';
import { sessionOf } from './sessionOf.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something must come from our own page and carry the token of its session; else `forbidden`. Without
 * the token, but surely from our own page, it is a form whose session is over.
 */
export function csrf(publicUrl: string): WebMiddleware {
  return async (ctx, next) => {
    if (!safeMethods.has(ctx.method)) {
      if (isForeign(ctx, publicUrl)) {
        noteRefusal(ctx, 'foreignOrigin');
        throw new LabelError('forbidden');
      }
      const { csrf: sent, ...fields }: Record<string, unknown> = { ...Object(ctx.request.body) };
      const data = sessionOf(ctx);
      if (!isSame(ctx.get('X-CSRF-Token') || sent, data?.csrf)) {
        noteRefusal(ctx, ctx.get('Origin') === '' ? 'noOrigin' : 'otherSession');
        if (ctx.get('Origin') === '') throw new LabelError('forbidden');
        return lateForm(ctx, fields, markIn(sent));
      }
      // What was kept of a form that came too late is sent now.
      if (data?.typed?.path === `${ctx.path}${ctx.search}`) delete data.typed;
      ctx.request.body = fields;
    }
    await next();
  };
}

function noteRefusal(ctx: WebContext, reason: string): void {
  ctx.state.security = { event: 'csrf.refused', reason };
}

/** Whether the page of another site sends this; browsers say so, programs need not. */
export function isForeign(ctx: WebContext, publicUrl: string): boolean {
  const from = ctx.get('Origin');
  return from !== '' && from !== new URL(publicUrl).origin && from !== `${ctx.protocol}://${ctx.host}`;
}

/** The token of a session, made when a page first needs it; empty on a public page, which has no session. */
export function csrfToken(ctx: WebContext): string {
  const data = sessionOf(ctx);
  if (!data) return '';
  data.csrf ??= `${randomBytes(24).toString('base64url')}${formAuthor(data.personId)}`;
  return data.csrf;
}

function isSame(sent: unknown, token: string | undefined): boolean {
  if (typeof sent !== 'string' || token === undefined) return false;
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
