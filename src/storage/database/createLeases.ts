import type { Connection } from 'mongoose';
import type { Leases } from '../../commands/ports/jobPorts.ts';
import { isNew } from './isDuplicate.ts';

type Lease = Readonly<{ _id: string; holder: string; until: Date; slot: string }>;

/** Leases by name, each given by one atomic update. */
export function createLeases(connection: Connection): Leases {
  const leases = () => connection.collection<Lease>('leases');
  return {
    take: async (name, { holder, slot, now, ms }) => {
      const lease = { holder, slot, until: new Date(now.getTime() + ms) };
      const free = { _id: name, until: { $lte: now }, slot: { $lt: slot } };
      if ((await leases().updateOne(free, { $set: lease })).matchedCount === 1) return true;
      return isNew(leases().insertOne({ _id: name, ...lease }));
    },
    release: async (name, holder, now) => {
      await leases().updateOne({ _id: name, holder }, { $set: { until: now } });
    },
  };
}
