import { hiddenFrom } from '../../../commands/committee/session/hiddenFrom.ts';
import type { Person } from '../../../commands/items/items.ts';
import { listInvitations } from '../../../commands/people/views/listInvitations.ts';
import { barredFrom, scoredBy } from '../../../commands/review/ties/barredFrom.ts';
import { LabelError } from '../../../errors.ts';
import { ownOrganisations } from '../../../policies/organisation.ts';
import { type Section, sections } from '../../../policies/sections.ts';
import { nothing, type View } from '../../../policies/view.ts';
import { isReviewer, isStaff } from '../../../policies/who.ts';
import type { WebContext, WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { sessionOf } from './sessionOf.ts';

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

async function viewOf(deps: WebDeps, section: Section, asker: Person | null): Promise<View> {
  const { shows, blind, apart, sits = false } = section;
  if (asker === null || shows === 'nothing') return nothing;
  const own = ownOrganisations(asker);
  if (shows === 'own' || (shows === 'both' && !isStaff(asker))) return { only: own };
  if (shows === 'invited') return { only: [...own, ...(await invitingOrganisations(deps, asker))] };
  const scored = blind && isReviewer(asker) ? await scoredBy(deps, asker) : [];
  const barred = [...(await barredFrom(deps, asker)), ...scored];
  const evaluated = apart ? await deps.store.filesEvaluatedBy(asker.id) : [];
  const closed = await hiddenFrom(deps, asker, sits);
  return {
    except: shows === 'both' ? barred.filter((id) => !own.includes(id)) : barred,
    ...closed,
    files: [...evaluated, ...(closed.files ?? [])],
  };
}

/** Where a person may join: until then they meet these organisations on the pages of their invitations only. */
async function invitingOrganisations(deps: WebDeps, asker: Person): Promise<string[]> {
  const waiting = await listInvitations(deps, asker);
  return waiting.map(({ invitation }) => invitation.organisationId);
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
