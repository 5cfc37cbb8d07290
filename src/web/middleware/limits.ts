import type { WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { clientKey } from './clientKey.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Public answers: a scan of numbers is slowed down without a cookie and without the database. */
export function limitLookups({ limits }: Pick<WebDeps, 'limits'>): WebMiddleware {
  return async (ctx, next) => {
    await limits.take('lookups', clientKey(ctx.ip));
    await next();
  };
}

/** Private pages: counted by person, who is not one client only; a visitor's by client. Before any body is read. */
export function limitVisits({ limits }: Pick<WebDeps, 'limits'>): WebMiddleware {
  return async (ctx, next) => {
    const { asker } = ctx.state;
    const reads = reading.has(ctx.method);
    if (asker) await limits.take(reads ? 'readsOfPerson' : 'writesOfPerson', asker.id);
    else await limits.take(reads ? 'lookups' : 'writesOfVisitor', clientKey(ctx.ip));
    await next();
  };
}
