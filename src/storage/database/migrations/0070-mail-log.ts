import type { Connection } from 'mongoose';
import { createIndexes, type Indexes } from './addedIndexes.ts';

const byTime = { queuedAt: -1, _id: -1 } as const;
const daysKept = 365;

/** Letters by file, person, address, occasion and state, the newest first; the newest of an address and of a state; and one by its report. */
export const mailLogIndexes: Indexes = {
  sentLetters: [
    { key: { at: 1 }, expireAfterSeconds: daysKept * 24 * 3600 },
    { key: byTime },
    { key: { applicationId: 1, ...byTime } },
    { key: { personId: 1, ...byTime } },
    { key: { to: 1, ...byTime } },
    { key: { fact: 1, ...byTime } },
    { key: { state: 1, ...byTime } },
    { key: { to: 1, changedAt: -1 } },
    { key: { state: 1, changedAt: -1 } },
    { key: { organisationId: 1 } },
    { key: { ref: 1 }, unique: true, partialFilterExpression: { ref: { $gt: '' } } },
  ],
};

/** The ids of letters that were sent become a log of every letter, kept for a year; what was sent before stays known as sent. */
export async function mailLog(connection: Connection): Promise<void> {
  const letters = connection.collection('sentLetters');
  const old = (await letters.indexes()).some(
    ({ name, expireAfterSeconds }) => name === 'at_1' && expireAfterSeconds !== daysKept * 24 * 3600,
  );
  if (old) await letters.dropIndex('at_1');
  await createIndexes(connection, mailLogIndexes);
  await letters.updateMany({ state: { $exists: false } }, { $set: { state: 'sent' } });
}
