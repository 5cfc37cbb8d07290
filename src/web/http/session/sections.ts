import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { viewOf } from '../../../commands/desk/viewOf.ts';
import type { Asker } from '../../../commands/ports/ports.ts';
import { LabelError } from '../../../errors.ts';
import { sections } from '../../../policies/sections.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { sessionOf } from './sessionOf.ts';
import { askerOf } from './signedIn.ts';

/**
 * Lets a person into a part of the private pages when its section admits them, and gives the routes the store as that person
 * may see it there. A path of no section is forbidden to everyone: a page that someone forgets to list stays shut.
 */
export function enterSection(deps: WebDeps): WebMiddleware {
  return async (ctx, next) => {
    const name = ctx.path.split('/')[2] ?? '';
    const section = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (!section) throw new LabelError('forbidden');
    const { asker } = ctx.state;
    if (!section.admits(asker)) return turnAway(ctx);
    ctx.deps = { ...deps, store: deps.store.seenBy(await viewOf(deps, section, asker)) };
    await next();
  };
}

/** Who sends a request and what they see, once the request itself made them a member of an organisation. */
export async function asMember(ctx: WebContext): Promise<{ deps: WebDeps; asker: Asker }> {
  const asker = askerOf(ctx);
  const person = requireVisible(await ctx.deps.store.person(asker.id));
  const store = ctx.deps.store.seenBy(await viewOf(ctx.deps, { shows: 'own' }, person));
  return { deps: { ...ctx.deps, store }, asker: { ...asker, ...person } };
}

/** A visitor is asked to sign in and comes back; staff who signed in too weakly learn what to do; anyone else stays out. */
function turnAway(ctx: WebContext): void {
  const { asker, weak } = ctx.state;
  if (asker && !weak) throw new LabelError('forbidden');
  if (ctx.method !== 'GET') throw new LabelError(asker ? 'strongSignInRequired' : 'signInRequired');
  const data = sessionOf(ctx);
  if (!asker && data) data.wanted = `${ctx.path}${ctx.search}`;
  ctx.redirect(`/${ctx.words.language}/${asker ? 'account' : 'sign-in'}`);
}
