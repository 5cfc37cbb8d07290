import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { OpenDatabase } from '../../../src/storage/database/mongod.ts';
import type { OpenDatabaseOptions } from '../../../src/storage/database/openDatabase.ts';
import { atEnd } from './atEnd.ts';
import { serverFolder } from './folders.ts';

/** Where a run that has several processes says in which folder the one server of all of them keeps its data. */
export const serverFolderVariable = 'TEST_SERVER_FOLDER';

/** Where a run finds a server that was started for it, in place of its own. */
export const serverUriVariable = 'TEST_MONGODB_URI';

/** Set where that server is a cluster, so that its collections are spread. */
export const shardsVariable = 'TEST_SHARDS';

let server: Promise<OpenDatabase> | undefined;
const shared = new Map<string, Promise<Connection>>();

/** A database of its own on the server of this run, and a connection to it. */
export interface TestDatabase {
  readonly uri: string;
  readonly dbName: string;
  readonly connection: Connection;
  /** Drops the database and closes the connection. */
  readonly drop: () => Promise<void>;
}

/** Starts or joins the server of this run on the first call; each call gives another empty database. */
export async function testDatabase(name: string): Promise<TestDatabase> {
  server ??= openServer();
  const { uri } = await server;
  const { default: mongoose } = await import('mongoose');
  const dbName = `${name}-${randomUUID().slice(0, 8)}`;
  const connection = await mongoose.createConnection(uri, { dbName, autoIndex: false }).asPromise();
  const drop = async () => {
    await connection.dropDatabase();
    await connection.close();
  };
  return { uri, dbName, connection, drop };
}

/**
 * A connection to a database on the server of this run, over the one client of this process: it is not closed. By the server's own
 * socket where it has one, because each question by TCP costs a quarter more.
 */
export async function sharedConnection(uri: string, dbName: string): Promise<Connection> {
  const { addModels, connect } = await import('../../../src/storage/database/database.ts');
  const of = shared.get(uri) ?? connect(throughSocket(uri), 'shared');
  shared.set(uri, of);
  const connection = (await of).useDb(dbName);
  addModels(connection);
  return connection;
}

function throughSocket(uri: string): string {
  const [host, port] = /127\.0\.0\.1:(\d+)(?=\/)/.exec(uri) ?? [];
  const socket = `/tmp/mongodb-${port}.sock`;
  return host && existsSync(socket) ? uri.replace(host, encodeURIComponent(socket)) : uri;
}

async function openServer(): Promise<OpenDatabase> {
  // Imported here, so that a run of pure tests does not even load the driver.
  const [{ openDatabase }, { default: mongoose }] = await Promise.all([
    import('../../../src/storage/database/openDatabase.ts'),
    import('mongoose'),
  ]);
  const folder = process.env[serverFolderVariable] ?? (await serverFolder());
  const uri = process.env[serverUriVariable];
  const opened = await openDatabase({ ...databaseOptions(folder), uri });
  atEnd(opened.stop);
  atEnd(() => mongoose.disconnect());
  return opened;
}

/** The folder that all processes of this run share. */
export function runFolder(): string {
  const folder = process.env[serverFolderVariable];
  if (folder === undefined) throw new Error('testRun.ts says where a run keeps its data');
  return folder;
}

/** Where the keys of this run lie: one seal serves every test, because to make one takes longer than most of them. */
export function keysFolder(): string {
  return join(runFolder(), 'keys');
}

/** Where tests look for a server: as the program does, with data in the given folder. */
export function databaseOptions(
  dataDir: string,
  progress: (line: string) => void = () => {},
): OpenDatabaseOptions {
  const cacheRoot = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return {
    mongodBinary: process.env.MONGOD_BINARY,
    path: process.env.PATH ?? '',
    cacheDir: join(cacheRoot, 'made-in-ess'),
    dataDir,
    progress,
  };
}
