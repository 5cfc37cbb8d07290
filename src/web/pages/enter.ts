import type { Person } from '../../commands/items.ts';
import { type How, rotate, sessionOf } from '../middleware/sessionOf.ts';
import { writerMark } from '../middleware/writerMark.ts';
import { deviceLabel } from '../presenters/deviceLabel.ts';
import type { WebContext } from '../state.ts';

/** Opens a session of its own for someone who proved who they are; gives the address to go on to. */
export async function enter(ctx: WebContext, person: Person, how: How): Promise<string> {
  const { wanted, typed: kept } = sessionOf(ctx) ?? {};
  // What somebody else wrote in this browser is not shown to who comes now.
  const typed = kept && ['', writerMark(person.id)].includes(kept.by) ? kept : undefined;
  const device = deviceLabel(ctx.get('User-Agent'));
  await rotate(ctx, { personId: person.id, how, device, ...(typed && { typed }) });
  const lost = kept !== undefined && typed === undefined;
  return (lost ? undefined : wanted) ?? `/${ctx.words.language}/my`;
}
