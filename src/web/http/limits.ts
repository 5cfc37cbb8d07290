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

/** What is counted by the key of a program, where it has one, in the place of its address. */
export const ofKey = {
  lookups: 'readsOfKey',
  downloads: 'downloadsOfKey',
  listsFromClient: 'listsOfKey',
} as const;

/** Counts what this client asks for, by its key where it gave one, and tells it what is left. */
export async function limitClient(
  ctx: WebContext,
  deps: Pick<WebDeps, 'limits'>,
  name: keyof typeof ofKey,
): Promise<void> {
  const { key } = ctx.state;
  await (key ? countFor(ctx, deps, ofKey[name], key.key.id) : countFor(ctx, deps, name, clientKey(ctx.ip)));
}

/** Counts a time, and tells what is left (draft-ietf-httpapi-ratelimit-headers-10); `tooManyRequests`. */
export async function countFor(
  ctx: WebContext,
  { limits }: Pick<WebDeps, 'limits'>,
  name: LimitClass,
  key: string,
): Promise<void> {
  const rule = limits.rules[name];
  try {
    const left = await limits.take(name, key);
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
