import { randomBytes } from 'node:crypto';
import Keygrip from 'keygrip';
import type Koa from 'koa';
import { createSession } from 'koa-session';
import { defaultScheme, schemeId } from '../../../profile/schemeFile.ts';
import type { WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

/** As long as any session may last; how long this one does is the store's to say. */
const cookieMs = 7 * 24 * 3600 * 1000;

/** Browsers keep cookies by the name of a host, whatever the port: two labels there would write over each other's. */
const cookie = schemeId === defaultScheme ? 'session' : `session-${schemeId}`;

/** Sessions kept in the store; the cookie holds a random key, signed, out of reach of scripts and of other sites. */
export function session(app: Koa, { sessions, publicUrl, sessionSecret }: WebDeps): WebMiddleware {
  // By itself Koa signs with SHA-1.
  app.keys = new Keygrip([sessionSecret], 'sha256', 'base64');
  const https = publicUrl.startsWith('https:');
  const middleware = createSession(
    {
      key: https ? `__Host-${cookie}` : cookie,
      maxAge: cookieMs,
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
