import type { KeyScope } from '../../commands/items/apiKey.ts';
import { requireScope, type UsedKey, useKey } from '../../commands/people/keys/useKey.ts';
import { LabelError } from '../../errors.ts';
import { clientKey } from './clientKey.ts';
import { countFor } from './limits.ts';
import type { WebContext, WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

const bearer = /^bearer +(\S+)$/i;
/** In whatever case: routes are found so. */
const publicApi = /^\/api\/v1\//i;

/** On the public addresses of the API: who gives a key that reads the register is counted by it; without one everything stays as it is. */
export function publicKey(deps: WebDeps): WebMiddleware {
  return async (ctx, next) => {
    if (publicApi.test(ctx.path) && ctx.get('Authorization') !== '') {
      ctx.state.key = await keyFor(ctx, deps, 'register.read');
    }
    await next();
  };
}

/**
 * On the addresses that ask for a key: it must allow `scope`, and the routes get the store as its maker may see it within its
 * organisation. No session is read there, so that no cookie of a browser counts.
 */
export function organisationKey(deps: WebDeps, scope: KeyScope): WebMiddleware {
  return async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.vary('Authorization');
    const used = await keyFor(ctx, deps, scope);
    const { organisationId } = used.key;
    if (used.asker === null || organisationId === null) throw new Error(`${scope} is of no organisation`);
    ctx.state.key = used;
    ctx.state.asker = used.asker;
    await countFor(ctx, deps, 'readsOfKey', used.key.id);
    ctx.deps = { ...deps, store: deps.store.seenBy({ only: [organisationId] }) };
    await next();
  };
}

/** The key of a request that must allow `scope`; refused as RFC 6750 has it, and counted, where it does not. */
async function keyFor(ctx: WebContext, deps: WebDeps, scope: KeyScope): Promise<UsedKey> {
  try {
    const [, given] = bearer.exec(ctx.get('Authorization')) ?? [];
    if (given === undefined) throw new LabelError('keyMissing');
    const used = await useKey(deps, given, ctx.state.request);
    // What a key may not ask for reads the database as much as what it may.
    if (!used.scopes.includes(scope)) await countFor(ctx, deps, 'readsOfKey', used.key.id);
    requireScope(used, scope);
    return used;
  } catch (error) {
    if (error instanceof LabelError) await noteRefusal(ctx, deps, error, scope);
    throw error;
  }
}

async function noteRefusal(ctx: WebContext, deps: WebDeps, { code, params }: LabelError, scope: KeyScope) {
  const realm = 'Bearer realm="api"';
  switch (code) {
    case 'keyMissing':
      return ctx.set('WWW-Authenticate', realm);
    case 'scopeMissing':
      return ctx.set('WWW-Authenticate', `${realm}, error="insufficient_scope", scope="${scope}"`);
    case 'keyRefused':
      ctx.set('WWW-Authenticate', `${realm}, error="invalid_token"`);
      ctx.state.security = { event: 'apiKey.refused', reason: String(params.why) };
      await deps.limits.take('keysRefusedFromClient', clientKey(ctx.ip));
  }
}
