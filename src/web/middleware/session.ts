import { randomBytes } from 'node:crypto';
import type Koa from 'koa';
import { createSession } from 'koa-session';
import type { ProviderVisit } from '../../commands/accessPorts.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

/** As long as any session may last; how long this one does is the store's to say. */
const cookieMs = 7 * 24 * 3600 * 1000;

/** How someone came in; the last two are strong. */
export type How = 'code' | 'passkey' | 'oidc';

/** What is kept of a visitor between two requests. */
export interface SessionData {
  personId?: string;
  how?: How;
  /** Browser and system, in a few words. */
  device?: string;
  csrf?: string;
  /** Address of the page that was wanted before signing in. */
  wanted?: string;
  /** A secret of this browser: what was asked for here by letter is good here only. */
  browser?: string;
  /** A sign-in that waits for its code. */
  signingIn?: { readonly requestId: string; readonly email: string };
  /** What a passkey must answer, and until when (milliseconds since 1970). */
  challenge?: { readonly for: 'enter' | 'register'; readonly value: string; readonly until: number };
  /** A visit to the identity provider, and the language to come back to. */
  visit?: ProviderVisit & { readonly language: string };
  /** A form that came when its session was over. */
  typed?: {
    readonly path: string;
    readonly fields: readonly (readonly [string, string])[];
    /** Mark of who wrote it (writerMark.ts). */
    readonly by: string;
  };
}

/** Sessions kept in the store; the cookie holds a random key, signed, out of reach of scripts and of other sites. */
export function session(
  app: Koa,
  { sessions, publicUrl, sessionSecret }: Pick<WebDeps, 'sessions' | 'publicUrl' | 'sessionSecret'>,
): WebMiddleware {
  app.keys = [sessionSecret];
  const https = publicUrl.startsWith('https:');
  const middleware = createSession(
    {
      key: https ? '__Host-session' : 'session',
      maxAge: cookieMs,
      httpOnly: true,
      signed: true,
      sameSite: 'lax',
      secure: https,
      genid: () => randomBytes(32).toString('base64url'),
      store: {
        get: async (key, _, { ctx }) => {
          const data = await sessions.get(key);
          if (data) ctx.state.sessionKey = key;
          return data;
        },
        set: async (key, data, _, { ctx }) => {
          if (ctx.state.sessionKey === key) return sessions.change(key, data);
          await sessions.create(key, data);
          ctx.state.sessionKey = key;
        },
        destroy: (key) => sessions.destroy(key),
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
