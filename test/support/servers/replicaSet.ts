import { setTimeout as delay } from 'node:timers/promises';
import mongoose, { type mongo } from 'mongoose';
import { inTime } from '../../../src/inTime.ts';
import { embedded } from '../../../src/storage/database/embedded.ts';
import { sources } from '../../../src/storage/database/obtain/sources.ts';
import { credentials } from '../../../src/storage/database/run/credentials.ts';
import { ended } from '../../../src/storage/database/run/ended.ts';
import { serverFolder as dataFolder, lockHolder } from '../../../src/storage/database/run/folder.ts';
import { type LaunchOptions, launch } from '../../../src/storage/database/run/launch.ts';
import { localUri, serverUser } from '../../../src/storage/database/run/localUri.ts';
import { freePort } from '../../../src/storage/database/run/port.ts';
import { tellOfEnd } from '../../../src/storage/database/tellOfEnd.ts';
import { serverFolder } from '../run/folders.ts';
import { databaseOptions } from '../run/server.ts';

/** A replica set of several servers on this machine, whose members a test kills, freezes and starts again. */
export interface ReplicaSet {
  /** Names every member; writes are acknowledged by a majority and journalled. */
  readonly uri: string;
  /** As a cluster is told of it: its name, and its members. */
  readonly seeds: string;
  readonly keyFile: string;
  readonly members: readonly Member[];
  /** The member that takes writes, waited for. */
  primary(): Promise<Member>;
  /** Waits until every member that runs is primary or secondary, in the eyes of the primary. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** One server of the set. */
export interface Member {
  readonly host: string;
  /** False while it is killed. */
  runs(): boolean;
  /** Ends it without a word, as a machine that loses its power. */
  kill(): Promise<void>;
  /** Starts it again on its data. */
  start(): Promise<void>;
  /** Stops it from running, while its connections stay open. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Has it hand over to another; the others ask for votes. */
  stepDown(): Promise<void>;
}

export interface SetOptions {
  readonly size?: number;
  /** Its name, and what it is in a cluster of shards. */
  readonly name?: string;
  readonly role?: 'shardsvr' | 'configsvr';
  /** The file by which servers of a cluster know each other; its own where it is alone. */
  readonly keyFile?: string;
  /** Silence of the primary after which the others elect another; MongoDB's own is 10,000. */
  readonly electionTimeoutMillis: number;
  /** Further options of its servers. */
  readonly also?: readonly string[];
}

/** After so long (milliseconds) what a set is asked or told is given up, so that a test says what it waited for. */
const timeoutMs = 120_000;
/** Small: a set of several shares the machine with whatever else runs there. */
const small = ['--wiredTigerEngineConfigString', 'log=(file_max=8MB)', '--oplogSize', '64'];

/** Starts the servers, in folders that go with this process, and waits until all of them have the data. */
export async function startReplicaSet(options: SetOptions): Promise<ReplicaSet> {
  const { size = 3, name = 'rs0', role, electionTimeoutMillis } = options;
  const { binary } = await embedded(sources(databaseOptions('')), () => {});
  const folders = await Promise.all(
    Array.from({ length: size }, async () => dataFolder(await serverFolder())),
  );
  const own = await credentials(String(folders[0]));
  const { password } = own;
  const keyFile = options.keyFile ?? own.keyFile;
  const also = [...small, ...(role ? [`--${role}`] : []), ...(options.also ?? [])];
  const members: Member[] = [];
  for (const folder of folders)
    members.push(await startMember({ binary, folder, keyFile, password, set: name, also }));
  const hosts = members.map(({ host }) => host);
  const set = `mongodb://${hosts.join(',')}/?replicaSet=${name}`;
  const uri = `mongodb://${serverUser}:${password}@${hosts.join(',')}/?replicaSet=${name}&authSource=admin`;
  await asAdmin(`mongodb://${hosts[0]}/?directConnection=true`, (admin) =>
    admin.command({
      replSetInitiate: {
        _id: name,
        ...(role === 'configsvr' && { configsvr: true }),
        members: hosts.map((host, _id) => ({ _id, host })),
        // A member that hangs would hold up the one that copies from it, and with it every majority.
        settings: { electionTimeoutMillis, chainingAllowed: false },
      },
    }),
  );
  // Until there is a first user, a server lets this machine make one.
  const user = { pwd: password, roles: ['root'], mechanisms: ['SCRAM-SHA-256'] };
  await asAdmin(set, (admin) => admin.command({ createUser: serverUser, ...user }));
  const primaryHost = () => asAdmin(uri, async (admin) => String((await admin.command({ hello: 1 })).me));
  const primary = async () => {
    const host = await primaryHost();
    const found = members.find((member) => member.host === host);
    if (!found) throw new Error(`${host} is no member of the set`);
    return found;
  };
  const settled = async () => {
    const running = members.filter((member) => member.runs()).map(({ host }) => host);
    let states = '';
    const look = async (admin: mongo.Db) => {
      for (;;) {
        const { members: seen } = await admin.command({ replSetGetStatus: 1 });
        const waiting = seen.filter(
          ({ name: host, stateStr }: { name: string; stateStr: string }) =>
            running.includes(host) && !/^(PRIMARY|SECONDARY)$/.test(stateStr),
        );
        if (waiting.length === 0) return;
        states = waiting.map(({ name: host, stateStr }: (typeof waiting)[0]) => `${host} ${stateStr}`).join();
        await delay(50);
      }
    };
    await asAdmin(uri, look).catch((error: Error) => {
      throw new Error(`the set does not settle (${states || 'nobody said how it is'})`, { cause: error });
    });
  };
  await settled();
  return {
    uri,
    seeds: `${name}/${hosts.join(',')}`,
    keyFile,
    members,
    primary,
    settled,
    stop: async () => {
      await Promise.all(members.map((member) => member.kill()));
    },
  };
}

interface MemberOptions extends Omit<LaunchOptions, 'port'> {
  readonly password: string;
}

async function startMember({ password, ...options }: MemberOptions): Promise<Member> {
  const { folder } = options;
  const port = await freePort();
  let runs = false;
  const start = async () => {
    const until = Date.now() + timeoutMs;
    let up = await launch({ ...options, port });
    // While it was away, its port may have become the near end of some other connection of this machine.
    while (up === 'portTaken' && Date.now() < until) up = await launch({ ...options, port });
    if (up !== 'up') throw new Error(`a member of the set did not start: ${up}`);
    runs = true;
  };
  const signal = async (name: NodeJS.Signals): Promise<number> => {
    const pid = await lockHolder(folder);
    if (pid !== undefined) process.kill(pid, name);
    return pid ?? 0;
  };
  await start();
  return {
    host: `127.0.0.1:${port}`,
    start,
    runs: () => runs,
    kill: async () => {
      runs = false;
      const pid = await signal('SIGKILL');
      await ended(folder, port, pid);
    },
    freeze: async () => void (await signal('SIGSTOP')),
    thaw: async () => void (await signal('SIGCONT')),
    stepDown: () =>
      asAdmin(localUri(port, password), async (admin) => {
        await admin.command({ replSetStepDown: 30, secondaryCatchUpPeriodSecs: 10 });
        // It may stand again: with the next primary killed at once, it may be the only one that has all that was written.
        await admin.command({ replSetFreeze: 0 });
      }),
  };
}

async function asAdmin<T>(uri: string, ask: (admin: mongo.Db) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 60_000 });
  tellOfEnd(client);
  try {
    return await inTime('a command to the set', ask(client.db('admin')), timeoutMs);
  } finally {
    await client.close();
  }
}
