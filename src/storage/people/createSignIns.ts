import mongoose, { type Connection } from 'mongoose';
import type { SignInRequest, SignIns } from '../../commands/ports/accessPorts.ts';
import { type Stored, withId } from '../database/database.ts';

type StoredRequest = Stored<Omit<SignInRequest, 'expiresAt'> & { expiresAt: Date }>;

const { trusted } = mongoose;

/** Requests to sign in by letter; each step is one atomic update, and a TTL index removes them after their time. */
export function createSignIns(connection: Connection): SignIns {
  const requests = () => connection.model('signIns');
  return {
    save: async ({ id, expiresAt, ...request }) => {
      await requests().create({ _id: id, ...request, expiresAt: new Date(expiresAt), tries: 0 });
    },
    tryCode: async (id, browserHash, at, max) => {
      const found = await requests()
        .findOneAndUpdate(
          { _id: id, browserHash, tries: trusted({ $lt: max }), expiresAt: trusted({ $gt: new Date(at) }) },
          { $inc: { tries: 1 } },
        )
        .lean<StoredRequest>();
      return found && requestOf(found);
    },
    byToken: async (tokenHash, at) => {
      const found = await requests()
        .findOne({ tokenHash, expiresAt: trusted({ $gt: new Date(at) }) })
        .lean<StoredRequest>();
      return found && requestOf(found);
    },
    take: async (id) => (await requests().deleteOne({ _id: id })).deletedCount === 1,
  };
}

function requestOf(stored: StoredRequest): SignInRequest {
  const { expiresAt, ...request } = withId<Omit<SignInRequest, 'expiresAt'> & { expiresAt: Date }>(stored);
  return { ...request, expiresAt: expiresAt.toISOString() };
}
