import { migrateDatabase } from '../../src/storage/migrate.ts';
import { type TestDatabase, testDatabase } from './server.ts';

/** A database with the collections and indexes of the service, and nothing in them. */
export interface ServiceDatabase {
  readonly uri: string;
  readonly dbName: string;
  /** Empties it for another service of this process. */
  readonly giveBack: () => Promise<void>;
}

interface Migrated {
  readonly database: TestDatabase;
  readonly collections: ReadonlySet<string>;
}

const free: Migrated[] = [];

/** One that was given back, because to make its many files anew costs a server more than most tests; otherwise a new one. */
export async function serviceDatabase(name: string): Promise<ServiceDatabase> {
  const one = free.pop() ?? (await migrated(name));
  const { uri, dbName } = one.database;
  const giveBack = async () => {
    await empty(one);
    free.push(one);
  };
  return { uri, dbName, giveBack };
}

async function migrated(name: string): Promise<Migrated> {
  const database = await testDatabase(name);
  await migrateDatabase(database.connection);
  return { database, collections: new Set(await namesOf(database)) };
}

/** What is there as after the migrations, but for what they note of themselves; nothing learnt of how to answer is kept either. */
async function empty({ database, collections }: Migrated): Promise<void> {
  const { connection } = database;
  const clear = async (name: string) => {
    if (!collections.has(name)) return connection.dropCollection(name);
    if (name !== 'migrations') await connection.collection(name).deleteMany({});
    await connection.db?.command({ planCacheClear: name });
  };
  await Promise.all((await namesOf(database)).map(clear));
}

async function namesOf({ connection }: TestDatabase): Promise<string[]> {
  return (await connection.listCollections()).map(({ name }) => name);
}
