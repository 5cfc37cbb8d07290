import type { Said, SaidAtMost } from '../items/eventData.ts';
import type { NewRecord, Trace } from '../items/newRecord.ts';
import type { Deps } from '../ports/ports.ts';

/** What is recorded with a change outside any machine: by whom, when, and what became true. */
export type Line = Omit<Trace, 'id'> & SaidAtMost;

/** A line of the journal on an item, with what its author adds to whatever is said: the names of what changed, never what it holds. */
export function lineOf(
  { ids }: Pick<Deps, 'ids'>,
  { at, actor, facts, data }: Line,
  added: { readonly changed?: readonly string[] },
): NewRecord {
  // Facts and data go on together, as the caller paired them.
  const said = { facts, data: { ...added, ...data } } as Said;
  return { id: ids.next(), at, actor, event: null, ...said };
}
