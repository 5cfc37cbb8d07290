import type { Connection } from 'mongoose';
import type { ParkedJob, ParkedJobs } from '../../commands/ports/healthPorts.ts';
import { chainCollections, chainsOf } from '../database/chainsOf.ts';
import { findRows } from '../database/database.ts';
import type { Visible } from '../database/visible.ts';

/** Most parked jobs that are looked at: more than that is one fault, seen in any of them. */
const max = 200;

/** Parked jobs as a view shows them. */
export function jobStore(connection: Connection, visible: Visible): ParkedJobs {
  const jobs = () => connection.collection<{ _id: string }>('jobs');
  const parked = (filter: object, limit: number) =>
    findRows<ParkedJob>(
      connection,
      'jobs',
      { state: 'parked', ...filter },
      { sort: { runAt: 1, _id: 1 }, limit },
    );
  const isShown = async ({ stream }: ParkedJob): Promise<boolean> => {
    const [kind = '', id = ''] = stream.split('/');
    const name = chainCollections.find((one) => chainsOf[one].some((known) => known === kind));
    if (!name) return true;
    const inView = visible(name);
    if (inView.length === 0) return true;
    return (
      (
        await findRows(
          connection,
          name,
          { $and: [{ _id: id }, ...inView] },
          { limit: 1, projection: { _id: 1 } },
        )
      ).length > 0
    );
  };
  const parkedJob: ParkedJobs['parkedJob'] = async (id) => {
    const [found] = await parked({ _id: id }, 1);
    return found && (await isShown(found)) ? found : null;
  };
  return {
    parkedJobs: async () => {
      const found = await parked({}, max + 1);
      const shown = await Promise.all(found.slice(0, max).map(isShown));
      return { jobs: found.filter((_, i) => shown[i]), more: found.length > max };
    },
    parkedJob,
    retryParked: async (id, now) => {
      const anew = { state: 'waiting', runAt: now, attempts: 0, lease: null };
      return (
        (await jobs().updateOne({ _id: id, state: 'parked' } as object, { $set: anew })).matchedCount > 0
      );
    },
    dropParked: async (id) =>
      (await jobs().updateOne({ _id: id, state: 'parked' } as object, { $set: { state: 'dropped' } }))
        .matchedCount > 0,
    isDropped: async (id) => (await jobs().countDocuments({ _id: id, state: 'dropped' } as object)) > 0,
  };
}
