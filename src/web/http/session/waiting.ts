import { readWaiting } from '../../../commands/desk/day/readWaiting.ts';
import type { Person } from '../../../commands/items/items.ts';
import type { WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { askerOf } from './signedIn.ts';

/** How long a number may stand in the head of pages, and of how many people one is kept. */
const maxAgeMs = 60_000;
const maxKept = 2000;

/**
 * Counts what waits for the person of a page, for the number in its head: what they do themselves counts at once, what others do
 * within a minute, so that hardly a page pays for reading all of it. The page that lists it counts for itself.
 */
export function countWaiting(deps: WebDeps): WebMiddleware {
  const kept = keptCounts(() => deps.clock.now().getTime());
  return async (ctx, next) => {
    if (!ctx.state.asker) return next();
    const asker = askerOf(ctx);
    if (ctx.method !== 'GET') {
      kept.forget(asker);
      return next();
    }
    const isList = ctx.here === '/day';
    if (!isList)
      ctx.state.waiting = kept.of(asker) ?? kept.keep(asker, (await readWaiting(deps, asker)).count);
    await next();
    if (isList && ctx.state.waiting !== undefined) kept.keep(asker, ctx.state.waiting);
  };
}

/** Numbers by person, as long as they are fresh and the person has the same roles. */
function keptCounts(now: () => number) {
  const kept = new Map<string, { readonly stamp: string; readonly at: number; readonly count: number }>();
  const stampOf = ({ revision, roles }: Person) => `${revision} ${roles.join(' ')}`;
  return {
    forget: ({ id }: Person) => kept.delete(id),
    of: (person: Person) => {
      const found = kept.get(person.id);
      const isFresh = found?.stamp === stampOf(person) && Math.abs(now() - found.at) < maxAgeMs;
      return isFresh ? found.count : undefined;
    },
    keep: (person: Person, count: number) => {
      // The newest is the last: the first one of the map is the oldest.
      kept.delete(person.id);
      kept.set(person.id, { stamp: stampOf(person), at: now(), count });
      const oldest = kept.size > maxKept ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return count;
    },
  };
}
