import { ulid } from 'ulid';
import type { Bulk, FirstEntries } from './commands/bulk.ts';
import type { Jobs } from './commands/jobPorts.ts';
import type { Leases } from './commands/leases.ts';
import type { Mailbox, SentLetters } from './commands/letters.ts';
import type { LimitRules } from './commands/limitRules.ts';
import type { Files, Store } from './commands/ports.ts';
import type { RegisterWatch } from './commands/watchPorts.ts';
import type { Config } from './config.ts';
import { createAccess } from './storage/createAccess.ts';
import { createBulk } from './storage/createBulk.ts';
import { createFiles } from './storage/createFiles.ts';
import { createFirstEntries } from './storage/createFirstEntries.ts';
import { createJobs } from './storage/createJobs.ts';
import { createJournal, type Journal } from './storage/createJournal.ts';
import { createLeases } from './storage/createLeases.ts';
import { createLimits } from './storage/createLimits.ts';
import { createMailbox } from './storage/createMailbox.ts';
import { createSentLetters } from './storage/createSentLetters.ts';
import { createSessions } from './storage/createSessions.ts';
import { createStore } from './storage/createStore.ts';
import { connect } from './storage/database.ts';
import { migrateDatabase } from './storage/migrate.ts';
import { openDatabase } from './storage/openDatabase.ts';
import { watchRegister } from './storage/watchRegister.ts';
import { handlersOf } from './workers/reactions.ts';

/** Everything that is kept, ready to use. */
export interface Storage {
  readonly store: Store;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly journal: Journal;
  readonly sessions: ReturnType<typeof createSessions>;
  readonly access: ReturnType<typeof createAccess>;
  /** Counters of what comes in; their keys are kept as digests with this secret. */
  limits(secret: string, rules: LimitRules): ReturnType<typeof createLimits>;
  readonly mailbox: Mailbox;
  readonly sentLetters: SentLetters;
  readonly leases: Leases;
  /** Follows the register from now on, until it is stopped; `report` is told why it was not heard for a while. */
  watch(report: (error: unknown) => void): RegisterWatch;
  readonly bulk: Bulk;
  readonly firstEntries: FirstEntries;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Begin with nothing: whatever the database held is dropped. For the demonstration. */
  readonly empty?: boolean;
}

/** Finds or starts the database, brings it to this program's shape, and gives the ports over it. */
export async function openStorage(
  config: Config,
  progress: (line: string) => void,
  { empty = false }: OpenOptions = {},
): Promise<Storage> {
  const database = await openDatabase({
    uri: config.mongodbUri,
    mongodBinary: config.mongodBinary,
    path: config.path,
    dataDir: config.dataDir,
    cacheDir: config.cacheDir,
    progress,
  });
  try {
    const connection = await connect(database.uri, config.databaseName);
    if (empty) await connection.dropDatabase();
    await migrateDatabase(connection);
    return {
      store: createStore(connection, handlersOf),
      files: createFiles(connection),
      jobs: createJobs(connection),
      journal: createJournal(connection),
      sessions: createSessions(connection, { now: () => new Date() }),
      access: createAccess(connection),
      limits: (secret, rules) => createLimits(connection, secret, rules),
      mailbox: createMailbox(connection, ulid),
      sentLetters: createSentLetters(connection),
      leases: createLeases(connection),
      watch: (report) => watchRegister(connection, report),
      bulk: createBulk(connection),
      firstEntries: createFirstEntries(connection),
      close: async () => {
        await connection.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
