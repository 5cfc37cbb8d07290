import type { Connection } from 'mongoose';
import { ids } from '../../../src/boot/ids.ts';
import { readConfig } from '../../../src/config.ts';
import { start } from '../../../src/main.ts';
import { createStore } from '../../../src/storage/createStore.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { handlersOf } from '../../../src/workers/reactions.ts';
import { testFolder } from '../run/folders.ts';
import { keysFolder } from '../run/server.ts';
import { fillRegister } from '../samples/fillRegister.ts';
import { type Reads, startReads, startWrites, type Writes } from './load.ts';
import { publicPaths } from './publicPaths.ts';

/** A service on a replica set, with writes and public reads to put it under load. */
export interface FailoverService {
  readonly connection: Connection;
  /** Writers pause so long (milliseconds) between two writes: what they leave to do must be done before anybody looks for it. */
  startLoad(
    pauseMs?: number,
  ): Promise<{ readonly writes: Writes; readonly reads: Reads; stop(): Promise<void> }>;
  stop(): Promise<void>;
}

/** Starts web and workers on the database at `uri`, with so many labels in its register. */
export async function failoverService(uri: string, labels: number): Promise<FailoverService> {
  const config = readConfig({
    MONGODB_URI: uri,
    MONGODB_NAME: 'failover',
    DATA_DIR: await testFolder(),
    KEYS_DIR: keysFolder(),
    PORT: '0',
    LOG_LEVEL: 'silent',
    SECURITY_LOG: 'off',
    LOOKUPS_PER_MINUTE: '1000000',
  });
  const running = await start(config, () => {});
  const connection = await connect(uri, 'failover');
  await fillRegister(connection, labels);
  const paths = await publicPaths(connection);
  const deps = { store: createStore(connection, handlersOf), ids, clock: { now: () => new Date() } };
  return {
    connection,
    startLoad: async (pauseMs = 0) => {
      const writes = startWrites(deps, { writers: 4, pauseMs });
      const reads = startReads(running.address, paths, 2);
      await writes.nextAcknowledged();
      return { writes, reads, stop: async () => void (await Promise.all([writes.stop(), reads.stop()])) };
    },
    stop: async () => {
      await running.stop();
      await connection.close();
    },
  };
}
