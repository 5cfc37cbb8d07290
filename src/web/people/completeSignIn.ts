import type { Person } from '../../commands/items/items.ts';
import { formAuthor } from '../http/session/formAuthor.ts';
import { type How, rotate, sessionOf } from '../http/session/sessionOf.ts';
import { isStrong } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { deviceLabel } from './deviceLabel.view.ts';

/** How someone came in, and when they proved who they are (milliseconds since 1970), now by default. */
interface Coming {
  readonly how: How;
  readonly provedAt?: number;
}

/** Opens a session of its own for someone who proved who they are; gives the address to go on to. */
export async function completeSignIn(
  { sessions }: Pick<WebDeps, 'sessions'>,
  ctx: WebContext,
  person: Person,
  { how, provedAt = sessions.now().getTime() }: Coming,
): Promise<string> {
  const before = sessionOf(ctx) ?? {};
  const { wanted, typed: kept } = before;
  // What somebody else wrote in this browser is not shown to who comes now.
  const typed = kept && ['', formAuthor(person.id)].includes(kept.by) ? kept : undefined;
  const device = deviceLabel(ctx.get('User-Agent'));
  await rotate(ctx, {
    personId: person.id,
    // To say by a code that one is still there takes nothing from a session that was opened by a key.
    how: before.personId === person.id ? stronger(before.how, how) : how,
    provedAt,
    device,
    ...(typed && { typed }),
  });
  const lost = kept !== undefined && typed === undefined;
  return (lost ? undefined : wanted) ?? `/${ctx.words.language}/my`;
}

function stronger(before: How | undefined, now: How): How {
  return before !== undefined && isStrong(before) && !isStrong(now) ? before : now;
}
