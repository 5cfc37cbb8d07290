import { setTimeout as delay } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import type { Mongod } from './obtain/source.ts';
import { answer } from './run/answer.ts';
import { ended } from './run/ended.ts';
import { folderLock } from './run/folderLock.ts';
import { localUri } from './run/localUri.ts';
import { memberClient, otherMembers } from './run/members.ts';
import { replicaSet } from './run/replicaSet.ts';
import { type ServerStart, startServer, type Up } from './run/startServer.ts';

/** A database that answers, and how to leave it. */
export interface OpenDatabase {
  /** Connection string without a database name of our choosing, with the password in it. */
  readonly uri: string;
  /** Leaves the database; the last program that leaves an embedded server stops it and waits for its end. */
  readonly stop: () => Promise<void>;
}

const pauseMs = 2_000;

/**
 * Runs the server of a folder, or joins the one that runs, and keeps it running until `stop`: a server that
 * dies is started again on the same port by whichever member notices first.
 */
export async function mongod(options: ServerStart): Promise<OpenDatabase> {
  const { folder, progress } = options;
  const locked = <T>(work: () => Promise<T>) =>
    folderLock(folder, (pid) => progress(`database: waiting for process ${pid}`), work);

  let binary: Mongod | undefined;
  const find = async (dataSeries?: string) => {
    binary ??= await options.find(dataSeries);
    return binary;
  };
  const start = { folder, progress, find };
  const { up, client } = await locked(async () => {
    const up = await startServer(start);
    return { up, client: await memberOf(up) };
  });
  const { port } = up;

  let leaving: Promise<void> | undefined;
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    try {
      await locked(() => startServer(start, port));
    } catch (error) {
      progress(`database: not back yet, ${error instanceof Error ? error.message : error}`);
      await delay(pauseMs);
    }
    reviving = undefined;
  };
  client.on('serverHeartbeatFailed', () => {
    if (leaving === undefined) reviving ??= revive();
  });

  const leave = async () => {
    await reviving;
    await locked(async () => {
      const pid = await soleMember(client, folder, up).finally(() => client.close());
      if (pid === undefined) return;
      process.kill(pid, 'SIGTERM');
      await ended(folder, port, pid);
      progress('database: stopped');
    });
  };
  const stop = () => {
    leaving ??= leave();
    return leaving;
  };
  return { uri: localUri(port, up.password), stop };
}

async function memberOf({ port, password }: Up): Promise<mongo.MongoClient> {
  const client = memberClient(port, password);
  try {
    await replicaSet(client, port);
    return client;
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** The server's process id when it runs and nobody else is a member of it. */
async function soleMember(
  client: mongo.MongoClient,
  folder: string,
  { port, password }: Up,
): Promise<number | undefined> {
  const found = await answer(port, password);
  if (typeof found !== 'object' || found.folder !== folder) return undefined;
  return (await otherMembers(client)) === 0 ? found.pid : undefined;
}
