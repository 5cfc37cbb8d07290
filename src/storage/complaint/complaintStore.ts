import type { Connection } from 'mongoose';
import type { Complaint } from '../../commands/items/complaint.ts';
import type { ComplaintCount, Complaints } from '../../commands/ports/complaintPorts.ts';
import { type Stored, withId } from '../database/database.ts';
import { after, before, oneOf, type Reader } from '../database/reader.ts';

/** Complaints over MongoDB, as the view of `one` and `many` shows them. */
export function complaintStore(connection: Connection, { one, many }: Reader): Complaints {
  const rows = () => connection.collection<Stored<Complaint>>('complaints');
  return {
    complaintSent: async (sent) => {
      const row = await rows().findOne({ sent });
      return row && withId<Complaint>(row);
    },
    complaint: (id) => one<Complaint>('complaints', { _id: id }),
    complaints: ({ limit, last }) =>
      many<Complaint>('complaints', last === undefined ? {} : { _id: before(last) }, { _id: -1 }, limit),
    complaintsIn: (states, limit, dueBefore) => {
      const due = dueBefore === undefined ? {} : { 'context.dueAt': before(dueBefore) };
      const order = { 'context.dueAt': 1, _id: 1 } as const;
      return many<Complaint>('complaints', { state: oneOf(states), ...due }, order, limit);
    },
    complaintsAsked: (organisationId) =>
      many<Complaint>(
        'complaints',
        { 'context.organisationId': organisationId, 'words.step': 'askHolder' },
        { _id: -1 },
      ),
    complaintsWithContent: (instant, { limit, last = '' }) => {
      const filter = { receivedAt: before(instant), contentErasedAt: null, _id: after(last) };
      return many<Complaint>('complaints', filter, { _id: 1 }, limit);
    },
    countComplaints: async () => {
      const counted = await rows()
        .aggregate<{ _id: { year: string } & Pick<ComplaintCount, 'kind' | 'outcome'>; count: number }>(
          [
            // A number whose content went before it had an outcome counts for nothing.
            { $match: { $or: [{ state: { $ne: 'closed' } }, { 'context.outcome': { $ne: null } }] } },
            {
              $group: {
                // Of the number: the year where the label is.
                _id: { year: { $substrBytes: ['$_id', 2, 2] }, kind: '$kind', outcome: '$context.outcome' },
                count: { $sum: 1 },
              },
            },
          ],
          { hint: { 'context.outcome': 1, kind: 1, state: 1, _id: 1 } },
        )
        .toArray();
      return counted.map(({ _id, count }) => ({ ..._id, year: 2000 + Number(_id.year), count }));
    },
  };
}
