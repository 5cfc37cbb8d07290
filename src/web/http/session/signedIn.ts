import type { Asker } from '../../../commands/ports/ports.ts';
import { LabelError } from '../../../errors.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { type How, sessionOf } from './sessionOf.ts';

/**
 * Loads the person of the session anew at each request: a role taken away is gone at once, and so is who was removed. Where
 * staff must sign in strongly, their roles count in such a session only.
 */
export function loadAsker(deps: Pick<WebDeps, 'store' | 'requireStrongSignIn'>): WebMiddleware {
  return async (ctx, next) => {
    const { personId, how } = sessionOf(ctx) ?? {};
    const found = personId === undefined ? null : await deps.store.person(personId);
    const person = found?.removedAt === null ? found : null;
    const counts = !deps.requireStrongSignIn || isStrong(how);
    ctx.state.weak = !counts && person !== null && person.roles.length > 0;
    ctx.state.asker = person && (counts ? person : { ...person, roles: [] });
    await next();
  };
}

/** Whether a way to sign in proves more than that someone reads a mailbox. */
export function isStrong(how: How | undefined): boolean {
  return how === 'passkey' || how === 'oidcStrong';
}

/** The person behind a request to a section that admits signed-in people only, and the request that the journal names. */
export function askerOf(ctx: WebContext): Asker {
  if (!ctx.state.asker) throw new LabelError('signInRequired');
  return { ...ctx.state.asker, request: ctx.state.request };
}
