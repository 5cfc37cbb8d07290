import type { Connection } from 'mongoose';
import type { DatabaseReading, QueueReading } from '../../commands/ports/healthPorts.ts';

/** What the database says of itself and of the work that lies in it. */
export interface Readings {
  queue(now: Date): Promise<QueueReading>;
  database(): Promise<DatabaseReading>;
  /** The last turn of each schedule that was done, by its name. */
  lastTurns(): Promise<ReadonlyMap<string, string>>;
  /** Writes as every commit does; fails where no majority of the servers has it after so many milliseconds. */
  tryWrite(limitMs: number): Promise<void>;
  /** By how much (milliseconds) the clock of this machine is ahead of the database's. */
  clockAheadMs(): Promise<number>;
}

/** Jobs that are not counted beyond. */
const maxCount = 10_000;

/** Readings over MongoDB. */
export function createReadings(connection: Connection): Readings {
  return {
    queue: async (now) => {
      const jobs = connection.collection<{ runAt: Date; state: string }>('jobs');
      const [waiting, parked, oldest] = await Promise.all([
        jobs.countDocuments({ state: 'waiting' }, { limit: maxCount }),
        jobs.countDocuments({ state: 'parked' }, { limit: maxCount }),
        jobs.findOne({ state: 'waiting', runAt: { $lte: now } }, { sort: { runAt: 1, _id: 1 } }),
      ]);
      return { waiting, parked, oldest: oldest?.runAt ?? null };
    },
    database: async () => {
      const { db } = connection;
      if (!db) throw new Error('the database is not open');
      const [stats, migrations, sessions, members, clockAheadMs] = await Promise.all([
        db.stats(),
        connection.collection('migrations').estimatedDocumentCount(),
        connection.collection('sessions').estimatedDocumentCount(),
        membersOf(connection),
        clockAheadOf(connection),
      ]);
      const { fsUsedSize: usedBytes, fsTotalSize: totalBytes, storageSize: dataBytes } = stats;
      const disk =
        typeof usedBytes === 'number' && typeof totalBytes === 'number' ? { usedBytes, totalBytes } : null;
      return { members, migrations, sessions, clockAheadMs, disk, dataBytes: Number(dataBytes) };
    },
    lastTurns: async () => {
      const found = await connection
        .collection<{ _id: string; slot: string }>('leases')
        .find({})
        .limit(200)
        .toArray();
      return new Map(found.flatMap(({ _id, slot }) => (slot === '' ? [] : [[_id, slot]])));
    },
    clockAheadMs: () => clockAheadOf(connection),
    tryWrite: async (limitMs) => {
      const writeConcern = { w: 'majority', journal: true, wtimeoutMS: limitMs } as const;
      await connection
        .collection<{ _id: string; n: number }>('counters')
        .updateOne(
          { _id: 'readiness' },
          { $inc: { n: 1 } },
          { upsert: true, writeConcern, maxTimeMS: limitMs },
        );
    },
  };
}

interface Member {
  readonly health: number;
  readonly stateStr: string;
  readonly optimeDate: Date;
}

/** The servers of the replica set; null where there is none, or this account may not ask. */
async function membersOf(connection: Connection): Promise<DatabaseReading['members']> {
  const status = await connection.db
    ?.admin()
    .command({ replSetGetStatus: 1 })
    .catch(() => null);
  if (!status) return null;
  const members: readonly Member[] = status.members;
  const times = members.filter(({ health }) => health === 1).map(({ optimeDate }) => optimeDate.getTime());
  return {
    all: members.length,
    healthy: times.length,
    hasPrimary: members.some(({ health, stateStr }) => health === 1 && stateStr === 'PRIMARY'),
    lagMs: Math.max(0, ...times) - Math.min(...times, Math.max(0, ...times)),
  };
}

/** By how much the clock of this machine is ahead of the server's; what the question and its answer took is shared among both. */
async function clockAheadOf(connection: Connection): Promise<number> {
  const asked = Date.now();
  const { localTime } = await connection.getClient().db('admin').command({ hello: 1 });
  return (asked + Date.now()) / 2 - new Date(localTime).getTime();
}
