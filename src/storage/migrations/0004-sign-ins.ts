import type { Connection } from 'mongoose';

/** Requests to be let in, sessions by person, passkeys, identities of a provider, and counts of what came in. */
export async function signIns(connection: Connection): Promise<void> {
  const on = (name: string) => connection.collection(name);
  // What was kept by the earlier shape has no keys that are read any more: people sign in once more.
  await on('signInCodes').drop();
  await on('sessions').deleteMany({});
  await on('signIns').createIndexes([
    { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    { key: { tokenHash: 1 }, unique: true },
  ]);
  await on('sessions').createIndex({ personId: 1, seenAt: -1 });
  await on('passkeys').createIndex({ personId: 1, createdAt: 1 });
  await on('providerLinks').createIndex({ issuer: 1, personId: 1 }, { unique: true });
  await on('limits').createIndexes([
    { key: { expire: -1 }, expireAfterSeconds: 0 },
    { key: { key: 1 }, unique: true },
  ]);
}
