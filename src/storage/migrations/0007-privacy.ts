import mongoose, { type Connection } from 'mongoose';
import { dayOf } from '../../register/day.ts';

const { MongoServerError } = mongoose.mongo;
/** What a server answers when there is no such index. */
const indexNotFound = 27;

/** Erased people share an empty address; people have the day they last came; indexes of the clock and of the journal's page. */
export async function privacy(connection: Connection): Promise<void> {
  const on = (name: string) => connection.collection(name);
  await on('people')
    .dropIndex('email_1')
    .catch((error: unknown) => {
      if (!(error instanceof MongoServerError && error.code === indexNotFound)) throw error;
    });
  await on('people').createIndexes([
    { key: { email: 1 }, unique: true, partialFilterExpression: { email: { $gt: '' } } },
    { key: { removedAt: 1, seenOn: 1 } },
  ]);
  // Nobody noted it so far: the period begins today for all.
  const today = dayOf(new Date().toISOString());
  await on('people').updateMany({ seenOn: { $exists: false } }, { $set: { seenOn: today } });
  await on('signIns').createIndex({ email: 1 });
  await on('mails').createIndex({ to: 1 });
  await on('invitations').createIndex({ expiresAt: 1 });
  await on('evidence').createIndex({ digest: 1 });
  await on('entries').createIndex({ 'files.digest': 1 });
  await on('reviews').createIndex({ state: 1, _id: 1 });
  await on('applications').createIndex({ state: 1, contentErasedAt: 1, _id: 1 });
  await on('labels').createIndex({ state: 1, _id: 1 });
  await on('records').createIndexes([
    { key: { 'actor.id': 1, at: -1, _id: -1 } },
    { key: { facts: 1, at: -1, _id: -1 } },
    { key: { stream: 1, at: -1, _id: -1 } },
  ]);
}
