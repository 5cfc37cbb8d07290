import type { LimitClass, LimitRule, Quota } from '../../commands/ports/limitRules.ts';
import { LabelError } from '../../errors.ts';
import { clientKey } from './clientKey.ts';
import type { WebContext, WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Public answers: a scan of numbers is slowed down without a cookie and without the database. */
export function limitLookups(deps: Pick<WebDeps, 'limits'>): WebMiddleware {
  return async (ctx, next) => {
    await limitClient(ctx, deps, 'lookups');
    await next();
  };
}

/** Counts what this client asks for, and tells it what is left (draft-ietf-httpapi-ratelimit-headers-10); `tooManyRequests`. */
export async function limitClient(ctx: WebContext, { limits }: Pick<WebDeps, 'limits'>, name: LimitClass) {
  const rule = limits.rules[name];
  try {
    const left = await limits.take(name, clientKey(ctx.ip));
    if (left) setRateLimit(ctx, name, rule, left);
  } catch (error) {
    if (error instanceof LabelError && error.code === 'tooManyRequests') {
      setRateLimit(ctx, name, rule, { remaining: 0, resets: Number(error.params.retryAfter) });
    }
    throw error;
  }
}

function setRateLimit(ctx: WebContext, name: LimitClass, { times, seconds }: LimitRule, left: Quota): void {
  ctx.append('RateLimit-Policy', `"${name}";q=${times};w=${seconds}`);
  ctx.append('RateLimit', `"${name}";r=${left.remaining};t=${left.resets}`);
}

/** Private pages: counted by person, who is not one client only; a visitor's by client. Before any body is read. */
export function limitVisits({ limits }: Pick<WebDeps, 'limits'>): WebMiddleware {
  return async (ctx, next) => {
    const { asker } = ctx.state;
    const reads = safeMethods.has(ctx.method);
    if (asker) await limits.take(reads ? 'readsOfPerson' : 'writesOfPerson', asker.id);
    else await limits.take(reads ? 'lookups' : 'writesOfVisitor', clientKey(ctx.ip));
    await next();
  };
}
