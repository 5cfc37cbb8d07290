import type { Connection } from 'mongoose';

/**
 * An organisation may say what it works in, and nobody was a substitute yet. What a person has under way as a reviewer is counted from an index of its own,
 * which leaves out what is over.
 */
export async function reviewers(connection: Connection): Promise<void> {
  await connection
    .collection('organisations')
    .updateMany({ sector: { $exists: false } }, { $set: { sector: null } });
  await connection
    .collection('reviews')
    .updateMany({ substitute: { $exists: false } }, { $set: { substitute: false } });
  await connection.collection('reviews').createIndex({ 'context.personId': 1, state: 1 });
}
