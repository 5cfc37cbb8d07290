import { createHash } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import type { Clock } from '../../commands/ports/ports.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A working day with its breaks: who comes back the next morning signs in again. */
export const idleLimitMs = 12 * hour;
/** One week, however busy: a stolen session expires. */
export const absoluteLimitMs = 7 * 24 * hour;
/** A session that is in use is written this often, not at every page. */
const noteEveryMs = 5 * minute;

interface StoredSession {
  readonly _id: string;
  readonly personId: string | null;
  readonly how: string | null;
  readonly device: string | null;
  /** As JSON, because the names of what was typed may be names that a database reserves. */
  readonly data: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

const { trusted } = mongoose;

/** Sessions of the web. Keys are stored as digests: reading the collection opens no session. A TTL index removes what is over. */
export function createSessions(connection: Connection, clock: Clock) {
  const sessions = () => connection.model('sessions');
  const inTime = (now: Date) => ({ expiresAt: trusted({ $gt: now }) });
  return {
    now: () => clock.now(),
    /** The id under which a session is listed; it opens nothing. */
    idOf,
    get: async (key: string): Promise<object | undefined> => {
      const now = clock.now();
      const session = await sessions()
        .findOne({ _id: idOf(key), ...inTime(now) })
        .lean<StoredSession>();
      if (!session) return undefined;
      if (now.getTime() - session.seenAt.getTime() > noteEveryMs) {
        await sessions().updateOne({ _id: session._id }, { $set: activity(now, session.createdAt) });
      }
      const { personId, how, device } = session;
      return { ...JSON.parse(session.data), ...(personId !== null && { personId, how, device }) };
    },
    create: async (key: string, data: object): Promise<void> => {
      const now = clock.now();
      await sessions().create({ _id: idOf(key), ...fieldsOf(data), createdAt: now, ...activity(now, now) });
    },
    /** Never makes one: a session that was ended while a request of it went on stays ended. */
    change: async (key: string, data: object): Promise<void> => {
      await sessions().updateOne({ _id: idOf(key) }, { $set: fieldsOf(data) });
    },
    destroy: async (key: string): Promise<void> => {
      await sessions().deleteOne({ _id: idOf(key) });
    },
    of: async (personId: string) => {
      const found = await sessions()
        .find({ personId, ...inTime(clock.now()) })
        .sort({ seenAt: -1 })
        .lean<StoredSession[]>();
      return found.map(({ _id, how, device, createdAt, seenAt }) => ({
        id: _id,
        how: how ?? '',
        device: device ?? '',
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
      }));
    },
    end: async (personId: string, id: string): Promise<void> => {
      await sessions().deleteOne({ _id: id, personId });
    },
    endAll: async (personId: string): Promise<void> => {
      await sessions().deleteMany({ personId });
    },
  };
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function activity(now: Date, createdAt: Date): Pick<StoredSession, 'seenAt' | 'expiresAt'> {
  const end = Math.min(now.getTime() + idleLimitMs, createdAt.getTime() + absoluteLimitMs);
  return { seenAt: now, expiresAt: new Date(end) };
}

function fieldsOf(all: object): Pick<StoredSession, 'personId' | 'how' | 'device' | 'data'> {
  const { personId = null, how = null, device = null, ...data } = all as Partial<StoredSession>;
  return { personId, how, device, data: JSON.stringify(data) };
}
