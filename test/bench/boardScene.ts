import { createHash, createHmac } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Person } from '../../src/commands/items.ts';
import type { Tie } from '../../src/policies/tie.ts';
import { connect, withKey } from '../../src/storage/database.ts';
import { migrateDatabase } from '../../src/storage/migrate.ts';
import { manyFiles } from '../support/manyFiles.ts';
import type { TestDatabase } from '../support/server.ts';

/** Of every twenty files written one was never submitted: these are the sixty that an officer sees, and four. */
const written = 64;
export const shown = 60;

/** Signs the cookies of this measurement. */
export const sessionSecret = 'a secret that only this measurement knows';

const officer: Person = {
  id: 'officer',
  revision: 1,
  head: { seq: 1, hash: 'f'.repeat(64) },
  email: 'officer@specimen.example',
  name: 'Spécimen officer',
  language: 'fr',
  roles: ['officer'],
  memberships: [],
  unsubscribed: [],
  removedAt: null,
  seenOn: '2026-11-02',
};
/** To an organisation without a file: the view has something to leave out, and both sides show the same. */
const tie: Tie = {
  id: 'officer:elsewhere:kin:declared',
  personId: officer.id,
  organisationId: 'elsewhere',
  organisation: 'Spécimen elsewhere',
  kind: 'kin',
  source: 'declared',
  share: null,
  since: '2026-01-01',
  ended: null,
  note: '',
};

/** Writes what a board shows and an officer who is signed in; gives the officer's cookies as a browser sends them. */
export async function boardScene({ uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>): Promise<string> {
  const connection = await connect(uri, dbName);
  await migrateDatabase(connection);
  await manyFiles(connection, written);
  await keep(connection, 'people', officer);
  await keep(connection, 'ties', tie);
  const key = 'k'.repeat(43);
  const now = new Date();
  await keep(connection, 'sessions', {
    id: createHash('sha256').update(key).digest('hex'),
    personId: officer.id,
    how: 'passkey',
    device: 'bench',
    data: JSON.stringify({ csrf: 'c'.repeat(32) }),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
  });
  await connection.close();
  const cookie = `__Host-session=${key}`;
  return `${cookie}; __Host-session.sig=${createHmac('sha1', sessionSecret).update(cookie).digest('base64url')}`;
}

async function keep<T extends { readonly id: string }>(
  connection: Connection,
  name: string,
  item: T,
): Promise<void> {
  await connection.collection<{ _id: string }>(name).insertOne(withKey(item));
}
