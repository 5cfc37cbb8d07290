import type { Connection } from 'mongoose';
import type { Leases } from '../../commands/ports/jobPorts.ts';
import { isNew } from './isDuplicate.ts';

/** `slot` is the last turn that was done. */
type Lease = Readonly<{ _id: string; holder: string; until: Date; slot: string }>;

/** Leases by name, each given by one atomic update. What lies further ahead than any lease is of a clock that went wrong, and counts for nothing. */
export function createLeases(connection: Connection): Leases {
  const leases = () => connection.collection<Lease>('leases');
  return {
    take: async (name, { holder, slot, now, ms }) => {
      const until = new Date(now.getTime() + ms);
      const ahead = new Date(now.getTime() + 2 * ms);
      const free = { $or: [{ until: { $lte: now } }, { until: { $gt: ahead } }] };
      const open = { $or: [{ slot: { $lt: slot } }, { slot: { $gt: ahead.toISOString() } }] };
      const due = { $and: [free, open] };
      // Most looks find a turn that was done, or that somebody does: they write nothing.
      if (await leases().findOne({ _id: name, $nor: [due] }, { projection: { _id: 1 } })) return false;
      const taken = await leases().updateOne({ _id: name, ...due }, { $set: { holder, until } });
      return taken.matchedCount === 1 || isNew(leases().insertOne({ _id: name, holder, until, slot: '' }));
    },
    release: async (name, { holder, now, done }) => {
      const slot = done !== null && { slot: done };
      await leases().updateOne({ _id: name, holder }, { $set: { until: now, ...slot } });
    },
  };
}
