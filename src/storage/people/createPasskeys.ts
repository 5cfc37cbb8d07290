import mongoose, { type Connection } from 'mongoose';
import type { Passkey, Passkeys } from '../../commands/ports/accessPorts.ts';
import { withKey } from '../database/database.ts';
import { isNew } from '../database/isDuplicate.ts';
import { reader } from '../database/reader.ts';

const { trusted } = mongoose;

/** Passkeys by the id of their credential. */
export function createPasskeys(connection: Connection): Passkeys {
  const { one, many } = reader(connection);
  const passkeys = () => connection.model('passkeys');
  return {
    of: (personId) => many<Passkey>('passkeys', { personId }, { createdAt: 1 }),
    find: (id) => one<Passkey>('passkeys', { _id: id }),
    add: (passkey) => isNew(passkeys().create(withKey(passkey))),
    use: async (id, counter, at) => {
      // One update, so that two devices with the same key cannot both be the later one.
      const moved = counter === 0 ? { counter: 0 } : { counter: trusted({ $lt: counter }) };
      const { matchedCount } = await passkeys().updateOne(
        { _id: id, ...moved },
        { $set: { counter, usedAt: at } },
      );
      return matchedCount === 1;
    },
    remove: async (personId, id) => (await passkeys().deleteOne({ _id: id, personId })).deletedCount === 1,
    offerOnce: (personId) => isNew(connection.model('passkeyOffers').create({ _id: personId })),
  };
}
