import type { Connection } from 'mongoose';

/** Every index that a read of the first version needs. */
export async function indexes(connection: Connection): Promise<void> {
  const on = (name: string) => connection.collection(name);
  await on('applications').createIndexes([
    { key: { 'context.organisationId': 1, _id: -1 } },
    { key: { state: 1, _id: 1 } },
  ]);
  await on('reviews').createIndexes([
    { key: { 'context.applicationId': 1, _id: 1 } },
    { key: { 'context.personId': 1, _id: -1 } },
  ]);
  await on('labels').createIndex({ 'context.organisationId': 1, _id: -1 });
  await on('entries').createIndex({ changedAt: -1, _id: -1 });
  await on('records').createIndex({ stream: 1, seq: 1 }, { unique: true });
  await on('jobs').createIndex({ state: 1, runAt: 1, _id: 1 });
  await on('people').createIndexes([
    { key: { email: 1 }, unique: true },
    { key: { roles: 1, name: 1 } },
    { key: { 'memberships.organisationId': 1, name: 1 } },
  ]);
  await on('signInCodes').createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  await on('sessions').createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  // Letters hold sign-in codes in clear: they are for reading now, not for keeping.
  await on('mails').createIndex({ at: -1 }, { expireAfterSeconds: 7 * 24 * 3600 });
  await on('fs.files').createIndex({ filename: 1 }, { unique: true });
  await on('fs.chunks').createIndex({ files_id: 1, n: 1 }, { unique: true });
}
