import type Koa from 'koa';
import { createSession } from 'koa-session';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

const day = 24 * 3600 * 1000;

/** What is kept of a visitor between two requests. */
export interface SessionData {
  personId?: string;
  csrf?: string;
  /** Address of the page that was wanted before signing in. */
  wanted?: string;
  /** Address and moment of a sign-in that waits for its code. */
  signingIn?: string;
}

/** Sessions kept in the store; the cookie holds a random key, signed, out of reach of scripts and of other sites. */
export function session(
  app: Koa,
  deps: Pick<WebDeps, 'sessions' | 'publicUrl' | 'sessionSecret'>,
): WebMiddleware {
  app.keys = [deps.sessionSecret];
  const https = deps.publicUrl.startsWith('https:');
  const middleware = createSession(
    {
      key: https ? '__Host-session' : 'session',
      maxAge: day,
      renew: true,
      httpOnly: true,
      signed: true,
      sameSite: 'lax',
      secure: https,
      store: {
        get: (key: string) => deps.sessions.get(key),
        set: (key: string, data: object, maxAge: number) => deps.sessions.set(key, data, maxAge),
        destroy: (key: string) => deps.sessions.destroy(key),
      },
    },
    app,
  );
  return async (ctx, next) => {
    // The proxy ends TLS: what it sends on is plain, but the cookie's way to the browser is not.
    if (https) ctx.cookies.secure = true;
    ctx.state.hasSession = true;
    await middleware(ctx, next);
  };
}

/** The session of a request, or null on a public page, where there is none. */
export function sessionOf(ctx: WebContext): SessionData | null {
  return ctx.state.hasSession ? ctx.session : null;
}

/** Gives the session a new key: who knew the one from before signing in or out has nothing. */
export async function rotate(ctx: WebContext, data: SessionData): Promise<void> {
  ctx.session = data;
  await ctx.session.regenerate();
}
