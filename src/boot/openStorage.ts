import { ulid } from 'ulid';
import type { Mailbox, SentLetters } from '../commands/items/letters.ts';
import type { Bulk, FirstEntries } from '../commands/ports/bulk.ts';
import type { Jobs, Leases, RegisterWatch } from '../commands/ports/jobPorts.ts';
import type { LimitRules } from '../commands/ports/limitRules.ts';
import type { Files, Store } from '../commands/ports/ports.ts';
import type { Config } from '../config.ts';
import { createStore } from '../storage/createStore.ts';
import { createFiles } from '../storage/database/createFiles.ts';
import { createJobs } from '../storage/database/createJobs.ts';
import { createLeases } from '../storage/database/createLeases.ts';
import { createLimits } from '../storage/database/createLimits.ts';
import { connect } from '../storage/database/database.ts';
import { migrateDatabase } from '../storage/database/migrate.ts';
import { openDatabase } from '../storage/database/openDatabase.ts';
import { createMailbox } from '../storage/letters/createMailbox.ts';
import { createSentLetters } from '../storage/letters/createSentLetters.ts';
import { createAccess } from '../storage/people/createAccess.ts';
import { createSessions } from '../storage/people/createSessions.ts';
import { createJournal, type Journal } from '../storage/privacy/createJournal.ts';
import { createBulk } from '../storage/register/createBulk.ts';
import { createFirstEntries } from '../storage/register/createFirstEntries.ts';
import { watchRegister } from '../storage/register/watchRegister.ts';
import { handlersOf } from '../workers/reactions.ts';

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
