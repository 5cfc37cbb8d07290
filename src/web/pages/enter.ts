import type { Person } from '../../commands/items.ts';
import { type How, rotate, sessionOf } from '../middleware/session.ts';
import { deviceLabel } from '../presenters/deviceLabel.ts';
import type { WebContext } from '../state.ts';

/** Opens a session of its own for someone who proved who they are; gives the address to go on to. */
export async function enter(ctx: WebContext, person: Person, how: How): Promise<string> {
  const { wanted, typed } = sessionOf(ctx) ?? {};
  const device = deviceLabel(ctx.get('User-Agent'));
  await rotate(ctx, { personId: person.id, how, device, ...(typed && { typed }) });
  return wanted ?? `/${ctx.words.language}/my`;
}
