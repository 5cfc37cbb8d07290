import { createHash, createHmac } from 'node:crypto';
import { connect, withKey } from '../../src/storage/database/database.ts';
import { migrateDatabase } from '../../src/storage/database/migrate.ts';
import type { TestDatabase } from '../support/run/server.ts';
import { fullFile } from './fullFile.ts';

/** Signs the cookies of this measurement. */
export const sessionSecret = 'a secret that only this measurement knows';

/** Writes a full file and its owner who is signed in; gives its number, and the cookies as a browser sends them. */
export async function formScene({ uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>) {
  const { owner, organisation, application, assessment, records } = await fullFile();
  const connection = await connect(uri, dbName);
  await migrateDatabase(connection);
  const keep = (name: string, ...items: readonly { readonly id: string }[]) =>
    connection.collection<{ _id: string }>(name).insertMany(items.map(withKey));
  const { applicationId, ...copy } = assessment;
  await keep('people', owner);
  await keep('organisations', organisation);
  await keep('applications', application);
  await keep('selfAssessments', { id: applicationId, ...copy });
  await keep('records', ...records);
  const key = 'k'.repeat(43);
  const now = new Date();
  const session = {
    id: createHash('sha256').update(key).digest('hex'),
    personId: owner.id,
    how: 'passkey',
    device: 'bench',
    data: JSON.stringify({ csrf: 'c'.repeat(32) }),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
  };
  await keep('sessions', session);
  await connection.close();
  const cookie = `__Host-session=${key}`;
  const signature = createHmac('sha256', sessionSecret).update(cookie).digest('base64url');
  return { applicationId, cookie: `${cookie}; __Host-session.sig=${signature}` };
}
