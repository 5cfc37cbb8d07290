import type { Connection } from 'mongoose';
import type {
  ShowRequest,
  WalletDesk,
  WalletOffer,
  WalletSigning,
} from '../../commands/ports/wallet/walletPorts.ts';
import { type Stored, withId, withKey } from '../database/database.ts';
import { isNew } from '../database/isDuplicate.ts';

type StoredSigning = Stored<WalletSigning> & { readonly leasedUntil: Date | null; readonly expiresAt: Date };

/** What wallets take and show, over MongoDB. TTL indexes remove it. */
export function createWalletDesk(connection: Connection): WalletDesk {
  const offers = () => connection.collection<Stored<WalletOffer>>('walletOffers');
  const signings = () => connection.collection<StoredSigning>('walletSignings');
  const requests = () => connection.collection<Stored<ShowRequest>>('walletRequests');
  return {
    waitMs: 8000,
    offer: async (offer) => {
      await offers().deleteMany({ number: offer.number, tokenHash: null });
      await offers().insertOne(withKey({ ...offer, tries: 0, tokenHash: null, taken: [] }));
    },
    tryOffer: async (id, now, maxTries) => {
      // Counted before the code is compared, so that many tries at once are not more than there may be.
      const open = { _id: id, tokenHash: null, tries: { $lt: maxTries }, expiresAt: { $gt: now } };
      const found = await offers().findOneAndUpdate(
        open,
        { $inc: { tries: 1 } },
        { returnDocument: 'after' },
      );
      return found && withId<WalletOffer>(found);
    },
    redeem: async (id, tokenHash) => {
      const { modifiedCount } = await offers().updateOne(
        { _id: id, tokenHash: null },
        { $set: { tokenHash } },
      );
      return modifiedCount === 1;
    },
    offerOfToken: async (tokenHash, now) => {
      const found = await offers().findOne({ tokenHash, expiresAt: { $gt: now } });
      return found && withId<WalletOffer>(found);
    },
    take: async (id, credential) => {
      const { modifiedCount } = await offers().updateOne({ _id: id }, { $addToSet: { taken: credential } });
      return modifiedCount === 1;
    },
    askSigning: async ({ id, paper }, expiresAt) => {
      await isNew(signings().insertOne({ _id: id, paper, token: null, leasedUntil: null, expiresAt }));
    },
    signing: async (id, now) => {
      const found = await signings().findOne({ _id: id, expiresAt: { $gt: now } });
      return found && withId<WalletSigning>(found);
    },
    claimSigning: async (now, leaseMs) => {
      const free = [{ leasedUntil: null }, { leasedUntil: { $lte: now } }];
      const claimed = await signings().findOneAndUpdate(
        { token: null, expiresAt: { $gt: now }, $or: free },
        { $set: { leasedUntil: new Date(now.getTime() + leaseMs) } },
        { sort: { expiresAt: 1 } },
      );
      return claimed && withId<WalletSigning>(claimed);
    },
    signed: async (id, token) => {
      await signings().updateOne({ _id: id, token: null }, { $set: { token } });
    },
    handOut: async (id) => {
      const { deletedCount } = await signings().deleteOne({ _id: id });
      return deletedCount === 1;
    },
    ask: async (request) => {
      await requests().insertOne(withKey({ ...request, answer: null }));
    },
    requestOf: async (by, now) => {
      const which = 'id' in by ? { _id: by.id } : { ref: by.ref };
      const found = await requests().findOne({ ...which, expiresAt: { $gt: now } });
      return found && withId<ShowRequest>(found);
    },
    answer: async (ref, answer) => {
      const { modifiedCount } = await requests().updateOne({ ref, answer: null }, { $set: { answer } });
      return modifiedCount === 1;
    },
  };
}
