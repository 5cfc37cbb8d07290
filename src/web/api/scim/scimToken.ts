import { createHash, timingSafeEqual } from 'node:crypto';
import { LabelError } from '../../../errors.ts';
import { clientKey } from '../../http/clientKey.ts';
import { countFor } from '../../http/limits.ts';
import type { WebContext, WebMiddleware } from '../../http/state.ts';
import type { WebDeps } from '../../http/webDeps.ts';

/** Lets a directory in by its token alone: no cookie counts. Without a token in the settings nothing is there. */
export function scimToken(deps: WebDeps): WebMiddleware {
  const { scimToken: token } = deps;
  return async (ctx, next) => {
    if (token === null) throw new LabelError('notFound');
    ctx.set('Cache-Control', 'no-store');
    ctx.vary('Authorization');
    const [, given] = /^bearer +(\S+)$/i.exec(ctx.get('Authorization')) ?? [];
    if (given === undefined || !isSame(given, token)) await refuse(ctx, deps, given);
    await countFor(ctx, deps, 'scimOfToken', 'token');
    await next();
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') ctx.state.security = { event: 'scim.written' };
  };
}

async function refuse(ctx: WebContext, { limits }: WebDeps, given: string | undefined): Promise<never> {
  ctx.set('WWW-Authenticate', `Bearer realm="scim"${given === undefined ? '' : ', error="invalid_token"'}`);
  if (given === undefined) throw new LabelError('scimTokenMissing');
  await limits.take('scimRefusedFromClient', clientKey(ctx.ip));
  throw new LabelError('scimTokenRefused');
}

/** Compared by their digests, which are of one length. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
