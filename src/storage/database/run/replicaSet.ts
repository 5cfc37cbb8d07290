import { setTimeout as delay } from 'node:timers/promises';
import mongoose, { type mongo } from 'mongoose';

interface SetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

const notYetInitialized = 94;
const timeoutMs = 60_000;

/**
 * Makes the server the primary of a replica set whose one member is itself at this port: initiates a new
 * set, or moves the set to the port when it was last run on another. May be repeated at any time.
 */
export async function replicaSet(client: mongo.MongoClient, port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  await untilPrimary(client, host, () => settle(client, host));
}

/** Waits until the server is the primary of a set at this host; as long as it is none, `settle` makes it one. */
export async function untilPrimary(
  client: mongo.MongoClient,
  host: string,
  settle: () => Promise<void>,
): Promise<void> {
  const until = Date.now() + timeoutMs;
  for (let pauseMs = 10; ; pauseMs = Math.min(2 * pauseMs, 250)) {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.isWritablePrimary === true && hello.me === host) return;
    if (Date.now() > until) throw new Error(`The database on ${host} did not become writable in a minute.`);
    if (hello.me !== host) await settle();
    await delay(pauseMs);
  }
}

async function settle(client: mongo.MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  // Read from where it is kept: the command that gives it fails while the server still looks for its old self.
  const config = await client.db('local').collection<SetConfig>('system.replset').findOne();
  if (config === null) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } });
  } else if (config.members[0]?.host !== host) {
    const moved = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] };
    // At its start the server asks its old port whether that is itself, and whoever took the port may keep it
    // waiting for half a minute; until then it takes no configuration.
    await admin.command({ replSetReconfig: moved, force: true }).catch(ignoring(notYetInitialized));
  }
}

/** Lets an error of the server with this code pass, and throws any other. */
export function ignoring(code: number) {
  return (error: unknown): void => {
    const { MongoServerError } = mongoose.mongo;
    if (!(error instanceof MongoServerError) || error.code !== code) throw error;
  };
}
