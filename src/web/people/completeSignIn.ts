import type { Person } from '../../commands/items/items.ts';
import { isStaff } from '../../policies/who.ts';
import { formAuthor } from '../http/session/formAuthor.ts';
import { type How, rotate, sessionOf } from '../http/session/sessionOf.ts';
import { isStrong } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { deviceLabel } from './deviceLabel.view.ts';

/**
 * Opens a new session for someone who proved who they are at `provedAt` (milliseconds since 1970), now by default; gives the
 * address to go on to: what was wanted, otherwise the day of somebody of the staff, or one's own space.
 */
export async function completeSignIn(
  { sessions, requireStrongSignIn }: Pick<WebDeps, 'sessions' | 'requireStrongSignIn'>,
  ctx: WebContext,
  person: Person,
  { how, provedAt = sessions.now().getTime() }: { readonly how: How; readonly provedAt?: number },
): Promise<string> {
  const before = sessionOf(ctx) ?? {};
  const { wanted, typed: draft, tour } = before;
  // What somebody else typed in this browser is not shown to this person.
  const typed = draft && ['', formAuthor(person.id)].includes(draft.by) ? draft : undefined;
  const device = deviceLabel(ctx.get('User-Agent'));
  // A code that confirms an open session does not weaken one that was opened by a passkey.
  const now = before.personId === person.id ? stronger(before.how, how) : how;
  await rotate(ctx, {
    personId: person.id,
    how: now,
    provedAt,
    device,
    ...(typed && { typed }),
    ...(tour !== undefined && { tour }),
  });
  const isForeign = draft !== undefined && typed === undefined;
  const works = isStaff(person) && (!requireStrongSignIn || isStrong(now));
  return (isForeign ? undefined : wanted) ?? `/${ctx.words.language}/${works ? 'day' : 'my'}`;
}

function stronger(before: How | undefined, now: How): How {
  return before !== undefined && isStrong(before) && !isStrong(now) ? before : now;
}
