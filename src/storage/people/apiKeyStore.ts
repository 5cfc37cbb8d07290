import mongoose, { type Connection } from 'mongoose';
import type { ApiKey } from '../../commands/items/apiKey.ts';
import type { ApiKeys } from '../../commands/ports/apiKeyPorts.ts';
import { after, type Reader, reader } from '../database/reader.ts';

const { trusted } = mongoose;

/** Keys of the API over MongoDB, as the view of `one` and `many` shows them. */
export function apiKeyStore(connection: Connection, { one, many }: Reader): ApiKeys {
  return {
    apiKey: (id) => one<ApiKey>('apiKeys', { _id: id }),
    apiKeysOf: (organisationId) => many<ApiKey>('apiKeys', { organisationId }, { _id: -1 }),
    apiKeyBySecret: (secretHash) =>
      reader(connection).one<ApiKey>(
        'apiKeys',
        trusted({ $or: [{ secretHash: String(secretHash) }, { 'previous.secretHash': String(secretHash) }] }),
      ),
    // Beside the commits of a key, which a use must never make stale; one that crosses it is noted with the next use.
    noteKeyUse: async (id, day) => {
      await connection.model('apiKeys').updateOne({ _id: id }, { $set: { usedOn: day } });
    },
    apiKeysEnding: (from, until, { limit, last = '' }) => {
      const between = trusted({ $gte: from, $lte: until });
      return many<ApiKey>(
        'apiKeys',
        { endsOn: between, revokedAt: null, _id: after(last) },
        { _id: 1 },
        limit,
      );
    },
  };
}
