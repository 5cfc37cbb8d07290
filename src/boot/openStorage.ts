import { ulid } from 'ulid';
import type { LimitRules } from '../commands/ports/limitRules.ts';
import type { Clock } from '../commands/ports/ports.ts';
import type { Config } from '../config.ts';
import { createStore } from '../storage/createStore.ts';
import { connectToGiven } from '../storage/database/connectToGiven.ts';
import { aheadIn, createClock } from '../storage/database/createClock.ts';
import { createFiles } from '../storage/database/createFiles.ts';
import { createJobs } from '../storage/database/createJobs.ts';
import { createLeases } from '../storage/database/createLeases.ts';
import { createLimits } from '../storage/database/createLimits.ts';
import { createReadings } from '../storage/database/createReadings.ts';
import { connect } from '../storage/database/database.ts';
import { migrateDatabase } from '../storage/database/migrate.ts';
import { openDatabase } from '../storage/database/openDatabase.ts';
import { shardDatabase } from '../storage/database/shardDatabase.ts';
import { createFileBulk } from '../storage/desk/createFileBulk.ts';
import { indexDesk } from '../storage/desk/indexDesk.ts';
import { createWalletDesk } from '../storage/label/createWalletDesk.ts';
import { createMailbox } from '../storage/letters/createMailbox.ts';
import { createMailLog } from '../storage/letters/createMailLog.ts';
import { createAccess } from '../storage/people/createAccess.ts';
import { createKeptUploads } from '../storage/people/createKeptUploads.ts';
import { createSessions } from '../storage/people/createSessions.ts';
import { createJournal } from '../storage/privacy/createJournal.ts';
import { createBulk } from '../storage/register/createBulk.ts';
import { createFirstEntries } from '../storage/register/createFirstEntries.ts';
import { createWebhookQueues } from '../storage/register/createWebhookQueues.ts';
import { indexRegister } from '../storage/register/indexRegister.ts';
import { watchRegister } from '../storage/register/watchRegister.ts';
import { handlersOf } from '../workers/reactions.ts';

export interface OpenOptions {
  /** Begin with nothing: whatever the database held is dropped. For the demonstration. */
  readonly empty?: boolean;
}

/** Everything that is kept, ready to use. */
export type Storage = Awaited<ReturnType<typeof openStorage>>;

/** Finds or starts the database, brings it to this program's shape, and gives the ports over it. */
export async function openStorage(
  config: Config,
  progress: (line: string) => void,
  { empty = false }: OpenOptions = {},
) {
  const database = await openDatabase({ ...config, uri: config.mongodbUri, progress });
  const opened = openConnection(config, database.uri, empty);
  const { connection, movable } = await opened.catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  const clock: Clock = movable ?? { now: () => new Date() };
  return {
    /** The time of the service. */
    clock,
    /** The same, to be moved by hand; null but in development. */
    movable,
    store: createStore(connection, handlersOf),
    files: createFiles(connection),
    jobs: createJobs(connection),
    journal: createJournal(connection),
    // By the clock of the machine, as browsers keep their cookies: moving the service's signs nobody out.
    sessions: createSessions(connection, { now: () => new Date() }),
    keptUploads: createKeptUploads(connection, { now: () => new Date() }),
    access: createAccess(connection),
    /** Counters of what comes in; their keys are kept as digests with this secret. */
    limits: (secret: string, rules: LimitRules) => createLimits(connection, secret, rules),
    mailbox: createMailbox(connection, ulid, clock),
    mailLog: createMailLog(connection),
    leases: createLeases(connection),
    /** What the database says of itself and of the work in it. */
    readings: createReadings(connection),
    /** Follows the register from now on, until it is stopped; `report` gets the reason when it was not heard for a while. */
    watch: (report: (error: unknown) => void) => watchRegister(connection, report, clock),
    bulk: createBulk(connection),
    fileBulk: createFileBulk(connection),
    firstEntries: createFirstEntries(connection),
    /** Spreads what grows without end over the shards of a cluster. */
    spread: (say: (line: string) => void) => shardDatabase(connection, say),
    webhookQueues: createWebhookQueues(connection),
    walletDesk: createWalletDesk(connection),
    close: async () => {
      movable?.stop();
      await connection.close();
      await database.stop();
    },
  };
}

/** A connection to a database of this program's shape; one that cannot be brought to it stays open for nobody. */
async function openConnection(config: Config, uri: string, empty: boolean) {
  const connecting = config.mongodbUri === undefined ? connect : connectToGiven;
  const connection = await connecting(uri, config.databaseName);
  try {
    if (empty) await connection.dropDatabase();
    await migrateDatabase(connection);
    await indexRegister(connection);
    await indexDesk(connection);
    const movable = config.mode === 'development' ? await createClock(connection) : null;
    if (movable || (await aheadIn(connection)) === 0) return { connection, movable };
    throw new Error(
      `The clock of ${config.databaseName} was moved in development: what it holds never happened. Take another database.`,
    );
  } catch (error) {
    await connection.close();
    throw error;
  }
}
