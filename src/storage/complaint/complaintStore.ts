import type { Connection } from 'mongoose';
import type { Complaint } from '../../commands/items/complaint.ts';
import type { Complaints } from '../../commands/ports/complaintPorts.ts';
import { addNote } from '../database/addNote.ts';
import { type Stored, withKey } from '../database/database.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import { before, type Reader } from '../database/reader.ts';
import { removeOld } from '../database/removeOld.ts';

/** Complaints over MongoDB, as the view of `one` and `many` shows them. */
export function complaintStore(connection: Connection, { one, many }: Reader): Complaints {
  const rows = () => connection.collection<Stored<Complaint>>('complaints');
  return {
    addComplaint: (complaint, by) =>
      connection
        .transaction(async (session) => {
          await rows().insertOne(withKey(complaint), { session });
          await addNote(connection, session, {
            ...by,
            stream: `complaints/${complaint.id}`,
            facts: ['complaint.received'],
            data: { label: complaint.labelNumber },
          });
          return true;
        })
        .catch((error: unknown) => {
          if (isDuplicate(error) && error.keyPattern?.sent === 1) return false;
          throw error;
        }),
    complaintSent: async (sent) => (await rows().findOne({ sent }, { projection: { _id: 1 } }))?._id ?? null,
    complaint: (id) => one<Complaint>('complaints', { _id: id }),
    complaints: ({ limit, last }) =>
      many<Complaint>('complaints', last === undefined ? {} : { _id: before(last) }, { _id: -1 }, limit),
    removeComplaints: async (instant, limit, by) => {
      const over = { receivedAt: { $lt: instant } };
      const old = await removeOld<Stored<Complaint>>(connection, 'complaints', over, limit, by);
      return { removed: old.length, digests: old.flatMap(({ photo }) => photo?.digest ?? []) };
    },
  };
}
