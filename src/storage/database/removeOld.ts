import type { Connection } from 'mongoose';
import { systemActor } from '../../commands/common/actor.ts';
import type { Trace } from '../../commands/items/newRecord.ts';
import { addNote } from './addNote.ts';

/** Takes away documents of which the time is over, `limit` at most, with one line that says how many; gives those it took. */
export function removeOld<Row extends { readonly _id: string }>(
  connection: Connection,
  name: 'complaints' | 'invitations',
  filter: object,
  limit: number,
  { id, at }: Omit<Trace, 'actor'>,
): Promise<Row[]> {
  return connection.transaction(async (session) => {
    const rows = connection.collection<{ _id: string }>(name);
    const old = await rows.find<Row>(filter, { session, limit }).toArray();
    if (old.length === 0) return old;
    await rows.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } }, { session });
    const by = { id, at, actor: systemActor, stream: `retention/${name}` };
    const data = { removed: old.length };
    await addNote(connection, session, { ...by, facts: ['retention.carriedOut'], data });
    return old;
  });
}
