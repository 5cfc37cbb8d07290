import mongoose, { type Connection } from 'mongoose';
import { systemActor } from '../../commands/common/actor.ts';
import type { Complaint } from '../../commands/items/complaint.ts';
import type { Complaints } from '../../commands/ports/complaintPorts.ts';
import { addNote } from '../database/addNote.ts';
import { type Stored, withKey } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import type { Reader } from '../database/reader.ts';

/** Complaints over MongoDB, as the view of `one` and `many` shows them. */
export function complaintStore(connection: Connection, { one, many }: Reader): Complaints {
  const rows = () => connection.collection<Stored<Complaint>>('complaints');
  return {
    addComplaint: (complaint, by) =>
      inTransaction(connection, async (session) => {
        await rows().insertOne(withKey(complaint), { session });
        await addNote(connection, session, {
          ...by,
          stream: `complaints/${complaint.id}`,
          facts: ['complaint.received'],
          data: { label: complaint.labelNumber },
        });
        return true;
      }).catch((error: unknown) => {
        if (isDuplicate(error) && error.keyPattern?.sent === 1) return false;
        throw error;
      }),
    complaintSent: async (sent) => (await rows().findOne({ sent }, { projection: { _id: 1 } }))?._id ?? null,
    complaint: (id) => one<Complaint>('complaints', { _id: id }),
    complaints: ({ limit, last }) =>
      many<Complaint>(
        'complaints',
        last === undefined ? {} : { _id: mongoose.trusted({ $lt: last }) },
        { _id: -1 },
        limit,
      ),
    removeComplaints: (instant, limit, { id, at }) =>
      inTransaction(connection, async (session) => {
        const old = await rows()
          .find({ receivedAt: { $lt: instant } }, { session, limit })
          .toArray();
        if (old.length === 0) return { removed: 0, digests: [] };
        await rows().deleteMany({ _id: { $in: old.map(({ _id }) => _id) } }, { session });
        await addNote(connection, session, {
          id,
          at,
          stream: 'retention/complaints',
          actor: systemActor,
          facts: ['retention.carriedOut'],
          data: { removed: old.length },
        });
        return { removed: old.length, digests: old.flatMap(({ photo }) => photo?.digest ?? []) };
      }),
  };
}
