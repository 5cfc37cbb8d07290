import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { OpenDatabase } from '../../src/storage/mongod.ts';
import type { OpenDatabaseOptions } from '../../src/storage/openDatabase.ts';
import { isAlive } from '../../src/storage/run/isAlive.ts';

const prefix = 'made-in-ess-test-';
const folders = new Set<string>();
let server: Promise<OpenDatabase> | undefined;

/** A database of its own on the server of this run, and a connection to it. */
export interface TestDatabase {
  readonly uri: string;
  readonly dbName: string;
  readonly connection: Connection;
  /** Drops the database and closes the connection. */
  readonly drop: () => Promise<void>;
}

/** Starts the server of this run on the first call; each call gives another empty database. */
export async function testDatabase(name: string): Promise<TestDatabase> {
  server ??= startServer();
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

async function startServer(): Promise<OpenDatabase> {
  // Imported here, so that a run of pure tests does not even load the driver.
  const { openDatabase } = await import('../../src/storage/openDatabase.ts');
  return openDatabase(databaseOptions(await testFolder()));
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

/** A throw-away folder; whatever server still runs in it at the end of the run is killed. */
export async function testFolder(): Promise<string> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  folders.add(folder);
  return folder;
}

/** Ends the server and the folder at once, without asking: for the end of the process. */
function discard(folder: string): void {
  try {
    process.kill(serverIn(folder), 'SIGKILL');
  } catch {
    // Nothing was started there, or it has ended cleanly.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function serverIn(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'mongo', 'mongod.lock'), 'utf8'), 10);
}

/** Removes what a killed run left behind; its process ids may belong to others by now. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!(pid > 0) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      const command = readFileSync(`/proc/${serverIn(folder)}/cmdline`, 'utf8');
      if (command.includes(folder)) discard(folder);
    } catch {
      // No server was left running there.
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

process.once('exit', () => {
  for (const folder of folders) discard(folder);
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code));
}

/** Has a server at hand before the first test, because fetching one may outlast the time a test is given. */
async function fetchServer(): Promise<void> {
  const { embedded } = await import('../../src/storage/embedded.ts');
  const { ways } = await import('../../src/storage/obtain/ways.ts');
  const options = ways(databaseOptions(''));
  const withoutNetwork = options.filter(({ fetches }) => !fetches);
  await embedded(withoutNetwork, () => {})
    .catch(() => embedded(options, (line) => process.stderr.write(`${line}\n`)))
    // A run of pure tests needs none; the first test that does gets the same error.
    .catch(() => undefined);
}

/** Root hooks of the test run. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(0);
    await fetchServer();
  },
  async afterAll(): Promise<void> {
    await (await server)?.stop();
    for (const folder of folders) discard(folder);
    folders.clear();
  },
};
