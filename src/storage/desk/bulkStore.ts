import type { Connection } from 'mongoose';
import type { BulkAct, BulkActing, BulkLine, LineState } from '../../commands/ports/bulkActPorts.ts';
import { findRows, type Stored, withId, withKey } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import type { Visible } from '../database/visible.ts';

/** Acts on many rows, over MongoDB; their lines as a view shows them. */
export function bulkStore(connection: Connection, visible: Visible): BulkActing {
  const acts = connection.collection<Stored<BulkAct>>('bulkActs');
  const lines = connection.collection<Stored<BulkLine>>('bulkLines');
  const inView = (filter: object) => ({ $and: [filter, ...visible('bulkLines')] });
  return {
    bulkAct: async (id) => {
      const found = await acts.findOne({ _id: id });
      return found && withId<BulkAct>(found);
    },
    runningBulkActs: (limit) =>
      findRows<BulkAct>(connection, 'bulkActs', { state: 'running' }, { sort: { _id: 1 }, limit }),
    addBulkAct: async (act, planned) => {
      await inTransaction(connection, async (session) => {
        await acts.insertOne(withKey(act), { session });
        if (planned.length > 0) await lines.insertMany(planned.map(withKey), { session, ordered: false });
      });
    },
    moveBulkAct: async (id, from, to, at) => {
      const finishedAt = to === 'done' ? at : null;
      const change = { $set: { state: to, finishedAt } };
      return (await acts.updateOne({ _id: id, state: from }, change)).modifiedCount === 1;
    },
    bulkLines: (actId, { limit, last = '' }) =>
      findRows<BulkLine>(connection, 'bulkLines', inView({ actId, _id: { $gt: last } }), {
        sort: { _id: 1 },
        limit,
      }),
    countBulkLines: async (actId) => {
      const counted = await lines
        .aggregate<{ _id: LineState; n: number }>([
          { $match: inView({ actId }) },
          { $group: { _id: '$state', n: { $sum: 1 } } },
        ])
        .toArray();
      return Object.fromEntries(counted.map(({ _id, n }) => [_id, n]));
    },
    takeBulkLine: async (actId, at) => {
      const taken = await lines.findOneAndUpdate(
        { actId, state: 'possible' },
        { $set: { state: 'working', takenAt: at } },
        { sort: { _id: 1 }, returnDocument: 'after' },
      );
      return taken && withId<BulkLine>(taken as Stored<BulkLine>);
    },
    endBulkLine: async (id, state, reasons) => {
      await lines.updateOne({ _id: id, state: 'working' }, { $set: { state, reasons: [...reasons] } });
    },
    leaveBulkLines: async (actId, takenBefore) => {
      await lines.updateMany(
        { actId, state: 'working', takenAt: { $lt: takenBefore } },
        { $set: { state: 'unsure' } },
      );
    },
  };
}
