import type { Connection } from 'mongoose';
import type { Job, Jobs } from '../../commands/ports/jobPorts.ts';
import { type Stored, withId } from './database.ts';

type StoredJob = Stored<Job> & {
  state: 'waiting' | 'done' | 'parked';
  runAt: Date;
  lease: { worker: string; until: Date } | null;
  error: string;
};

const dayMs = 86_400_000;

/** The outbox over MongoDB: a job is claimed by one atomic update, and kept by whoever holds its lease. */
export function createJobs(connection: Connection): Jobs {
  const jobs = () => connection.collection<StoredJob>('jobs');
  const finish = async (job: Job, worker: string, change: Partial<StoredJob>): Promise<boolean> => {
    const held = { _id: job.id, state: 'waiting' as const, 'lease.worker': worker, attempts: job.attempts };
    const { matchedCount } = await jobs().updateOne(held, { $set: { ...change, lease: null } });
    return matchedCount === 1;
  };
  return {
    claim: async (worker, now, leaseMs) => {
      // What lies further ahead than any lease and any next try is of a clock that went wrong.
      const ahead = (ms: number) => ({ $gt: new Date(now.getTime() + ms) });
      const free = [{ lease: null }, { 'lease.until': { $lte: now } }, { 'lease.until': ahead(2 * leaseMs) }];
      const due = [{ runAt: { $lte: now } }, { attempts: 0 }, { runAt: ahead(dayMs) }];
      const claimed = await jobs().findOneAndUpdate(
        { state: 'waiting', $and: [{ $or: due }, { $or: free }] },
        { $set: { lease: { worker, until: new Date(now.getTime() + leaseMs) } }, $inc: { attempts: 1 } },
        { sort: { runAt: 1, _id: 1 }, returnDocument: 'after' },
      );
      return claimed && withId<Job>(claimed);
    },
    done: (job, worker) => finish(job, worker, { state: 'done', error: '' }),
    retry: (job, worker, error, runAt) => finish(job, worker, { error, runAt }),
    park: (job, worker, error) => finish(job, worker, { state: 'parked', error }),
    counts: async () => {
      const states = await jobs()
        .aggregate<{ _id: StoredJob['state']; n: number }>([{ $group: { _id: '$state', n: { $sum: 1 } } }])
        .toArray();
      const count = (state: StoredJob['state']) => states.find((s) => s._id === state)?.n ?? 0;
      return { waiting: count('waiting'), done: count('done'), parked: count('parked') };
    },
  };
}
