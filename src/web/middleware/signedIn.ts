import type { Person } from '../../commands/items.ts';
import { LabelError } from '../../errors.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { sessionOf } from './session.ts';

/** Loads the person of the session anew at each request: a role taken away is gone at once. */
export function loadAsker({ store }: Pick<WebDeps, 'store'>): WebMiddleware {
  return async (ctx, next) => {
    const id = sessionOf(ctx)?.personId;
    ctx.state.asker = id === undefined ? null : await store.person(id);
    await next();
  };
}

/** Lets signed-in people pass; a reader of a page is sent to sign in and comes back to it. */
export const signedIn: WebMiddleware = async (ctx, next) => {
  if (!ctx.state.asker) {
    if (ctx.method !== 'GET') throw new LabelError('signInRequired');
    const data = sessionOf(ctx);
    if (data) data.wanted = `${ctx.path}${ctx.search}`;
    ctx.redirect(`/${ctx.words.language}/sign-in`);
    return;
  }
  await next();
};

/** The person behind a request that passed `signedIn`. */
export function askerOf(ctx: WebContext): Person {
  if (!ctx.state.asker) throw new LabelError('signInRequired');
  return ctx.state.asker;
}
