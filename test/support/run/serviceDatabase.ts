import type { Connection, mongo } from 'mongoose';
import { migrateDatabase } from '../../../src/storage/database/migrate.ts';
import { shardDatabase } from '../../../src/storage/database/shardDatabase.ts';
import { shardsVariable, sharedConnection, type TestDatabase, testDatabase } from './server.ts';

/** A database with the collections and indexes of the service, and nothing in them. */
export interface ServiceDatabase {
  readonly uri: string;
  readonly dbName: string;
  /** With the models of the service; it stays open. */
  readonly connection: Connection;
  /** Empties it for another service of this process. */
  readonly giveBack: () => Promise<void>;
}

interface Migrated {
  readonly database: TestDatabase;
  readonly connection: Connection;
  readonly collections: ReadonlySet<string>;
  /** What migrations put into the one collection that they do not leave empty. */
  readonly counters: readonly mongo.BSON.Document[];
}

const free: Migrated[] = [];

/** One that was given back, because to make its many files anew costs a server more than most tests; otherwise a new one. */
export async function serviceDatabase(name: string): Promise<ServiceDatabase> {
  const one = free.pop() ?? (await migrated(name));
  const { connection } = one;
  const { uri, dbName } = one.database;
  const giveBack = async () => {
    await empty(one);
    free.push(one);
  };
  return { uri, dbName, connection, giveBack };
}

async function migrated(name: string): Promise<Migrated> {
  const database = await testDatabase(name);
  await migrateDatabase(database.connection);
  if (shardsVariable in process.env) await shardDatabase(database.connection, () => {});
  const counters = await database.connection.collection('counters').find().toArray();
  const connection = await sharedConnection(database.uri, database.dbName);
  return { database, connection, collections: new Set(await namesOf(database)), counters };
}

/** What is there as after the migrations, but for what they note of themselves. */
async function empty({ database, collections, counters }: Migrated): Promise<void> {
  const { connection } = database;
  const names = await namesOf(database);
  const made = names.filter((name) => !collections.has(name));
  const kept = names.filter((name) => collections.has(name) && name !== 'migrations');
  await Promise.all((await filled(database, kept)).map((name) => connection.collection(name).deleteMany({})));
  await Promise.all(made.map((name) => connection.dropCollection(name)));
  await connection.collection('counters').insertMany([...counters]);
}

/** Those of the collections that hold anything, by one question for all. */
async function filled({ connection }: TestDatabase, names: readonly string[]): Promise<string[]> {
  const any = (name: string) => [{ $limit: 1 }, { $project: { _id: 0, name: { $literal: name } } }];
  const [first = '', ...others] = names;
  const unions = others.map((coll) => ({ $unionWith: { coll, pipeline: any(coll) } }));
  const found = connection.collection(first).aggregate<{ name: string }>([...any(first), ...unions]);
  return (await found.toArray()).map(({ name }) => name);
}

async function namesOf({ connection }: TestDatabase): Promise<string[]> {
  return (await connection.listCollections()).map(({ name }) => name);
}
