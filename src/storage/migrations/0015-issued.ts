import type { Connection } from 'mongoose';

/**
 * Files by their digest, as a verifier asks for them; a place in the status lists is given once; what is set in a list is read
 * at once. Files that were issued before revisions were counted belong to the first.
 */
export async function issued(connection: Connection): Promise<void> {
  const entries = connection.collection('entries');
  await entries.updateMany({ files: { $elemMatch: { revision: { $exists: false } } } }, [
    {
      $set: {
        files: {
          $map: { input: '$files', in: { $mergeObjects: [{ revision: 1 }, '$$this'] } },
        },
      },
    },
  ]);
  await entries.createIndexes([{ key: { 'files.digest': 1 } }]);
  await connection.collection('statusEntries').createIndexes([
    { key: { list: 1, index: 1 }, unique: true },
    { key: { number: 1, revision: 1 } },
    {
      key: { list: 1, revoked: 1, index: 1 },
      partialFilterExpression: { revoked: true },
    },
    {
      key: { list: 1, suspended: 1, index: 1 },
      partialFilterExpression: { suspended: true },
    },
  ]);
}
