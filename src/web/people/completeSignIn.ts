import type { Person } from '../../commands/items/items.ts';
import { formAuthor } from '../http/session/formAuthor.ts';
import { type How, rotate, sessionOf } from '../http/session/sessionOf.ts';
import { isStrong } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { deviceLabel } from './deviceLabel.view.ts';

/**
 * Opens a new session for someone who proved who they are at `provedAt` (milliseconds since 1970), now by default; gives the
 * address to go on to.
 */
export async function completeSignIn(
  { sessions }: Pick<WebDeps, 'sessions'>,
  ctx: WebContext,
  person: Person,
  { how, provedAt = sessions.now().getTime() }: { readonly how: How; readonly provedAt?: number },
): Promise<string> {
  const before = sessionOf(ctx) ?? {};
  const { wanted, typed: draft, tour } = before;
  // What somebody else typed in this browser is not shown to this person.
  const typed = draft && ['', formAuthor(person.id)].includes(draft.by) ? draft : undefined;
  const device = deviceLabel(ctx.get('User-Agent'));
  await rotate(ctx, {
    personId: person.id,
    // A code that confirms an open session does not weaken one that was opened by a passkey.
    how: before.personId === person.id ? stronger(before.how, how) : how,
    provedAt,
    device,
    ...(typed && { typed }),
    ...(tour !== undefined && { tour }),
  });
  const isForeign = draft !== undefined && typed === undefined;
  return (isForeign ? undefined : wanted) ?? `/${ctx.words.language}/my`;
}

function stronger(before: How | undefined, now: How): How {
  return before !== undefined && isStrong(before) && !isStrong(now) ? before : now;
}
