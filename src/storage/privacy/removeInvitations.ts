import type { Connection } from 'mongoose';
import { systemActor } from '../../commands/common/actor.ts';
import type { Trace } from '../../commands/items/newRecord.ts';
import { addNote } from '../database/addNote.ts';
import { inTransaction } from '../database/inTransaction.ts';

/** Takes away invitations that expired before `instant`, `limit` at most, with one line that says how many; gives how many. */
export function removeInvitations(
  connection: Connection,
  instant: string,
  limit: number,
  { id, at }: Omit<Trace, 'actor'>,
): Promise<number> {
  return inTransaction(connection, async (session) => {
    const rows = connection.collection<{ _id: string }>('invitations');
    const over = { expiresAt: { $lt: instant } };
    const old = await rows.find(over, { session, limit, projection: { _id: 1 } }).toArray();
    if (old.length === 0) return 0;
    await rows.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } }, { session });
    const by = { id, at, actor: systemActor, stream: 'retention/invitations' };
    const data = { removed: old.length };
    await addNote(connection, session, { ...by, facts: ['retention.carriedOut'], data });
    return old.length;
  });
}
