import type { Connection } from 'mongoose';

/** The files of an application in their order, each content once. */
export async function evidence(connection: Connection): Promise<void> {
  await connection
    .collection('evidence')
    .createIndexes([
      { key: { applicationId: 1, _id: 1 } },
      { key: { applicationId: 1, digest: 1 }, unique: true },
    ]);
}
