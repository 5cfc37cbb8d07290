import type { Connection, mongo } from 'mongoose';
import type { BadgeHosts, HostCount, HostDisplays } from '../../commands/ports/registerPorts.ts';
import { findRows } from '../database/database.ts';
import { isDuplicate } from '../database/isDuplicate.ts';

/** A count may be lost with a server that dies: to wait for its journal costs more than it is worth. Read as it is written. */
const lightly = { writeConcern: { w: 1, j: false }, readConcern: { level: 'local' } } as const;
/** Most hosts that are kept of a label and a day. */
const max = 50;

/** Counts of hosts over MongoDB: a document a label and day, added to by the server itself, so that processes lose nothing of each other's. */
export function badgeHostStore(connection: Connection): BadgeHosts {
  const rows = () => connection.collection<HostDisplays & { readonly _id: string }>('badgeHosts');
  return {
    numbersInRegister: async (numbers) => {
      const among = { _id: { $in: [...numbers] } };
      const found = await findRows(connection, 'entries', among, { projection: { _id: 1 } });
      return found.map(({ id }) => id);
    },
    addBadgeHosts: async ({ number, day, hosts }) => {
      const add = () =>
        rows().updateOne({ _id: `${day} ${number}` }, [{ $set: { day, number, hosts: sumWith(hosts) } }], {
          upsert: true,
          writeConcern: lightly.writeConcern,
        });
      await add().catch((error: unknown) => {
        // Another process made the document at this moment: now it is there.
        if (!isDuplicate(error)) throw error;
        return add();
      });
    },
    badgeHosts: (numbers, since) => {
      const options = { readConcern: lightly.readConcern, projection: { _id: 0 } } as const;
      const filter = { number: { $in: [...numbers] }, day: { $gte: since } };
      return rows().find<HostDisplays>(filter, options).sort({ day: 1, _id: 1 }).toArray();
    },
    removeBadgeHosts: async (before) => (await rows().deleteMany({ day: { $lt: before } })).deletedCount,
  };
}

/** What is stored plus what was counted now, the most frequent first, as an expression that the server works out in one step. */
function sumWith(hosts: readonly HostCount[]): mongo.Document {
  const counted = { $literal: hosts.map(({ host, n }) => ({ host, n })) };
  const stored = { $ifNull: ['$hosts', []] };
  const known = { $map: { input: stored, as: 'one', in: '$$one.host' } };
  const same = { $filter: { input: counted, as: 'now', cond: { $eq: ['$$now.host', '$$one.host'] } } };
  const more = { $sum: { $map: { input: same, as: 'now', in: '$$now.n' } } };
  const raised = {
    $map: { input: stored, as: 'one', in: { host: '$$one.host', n: { $add: ['$$one.n', more] } } },
  };
  const fresh = { $filter: { input: counted, as: 'now', cond: { $not: { $in: ['$$now.host', known] } } } };
  const all = { $concatArrays: [raised, fresh] };
  return { $slice: [{ $sortArray: { input: all, sortBy: { n: -1, host: 1 } } }, max] };
}
