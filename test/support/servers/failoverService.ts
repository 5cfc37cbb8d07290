import { setTimeout as pause } from 'node:timers/promises';
import { ids } from '../../../src/boot/ids.ts';
import { createStore } from '../../../src/storage/createStore.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { freePort } from '../../../src/storage/database/run/port.ts';
import { handlersOf } from '../../../src/workers/reactions.ts';
import { fillRegister } from '../samples/fillRegister.ts';
import { type Account, accountOf } from './accountOf.ts';
import { startBuilt } from './builtService.ts';
import { type Reads, startReads, startWrites, type Writes } from './load.ts';
import { publicPaths } from './publicPaths.ts';

/** A service on a replica set, with writes and public reads to put it under load. */
export interface FailoverService {
  /** Writers pause so long (milliseconds) between two writes: what they leave to do must be done before anybody looks for it. */
  startLoad(
    pauseMs?: number,
  ): Promise<{ readonly writes: Writes; readonly reads: Reads; stop(): Promise<void> }>;
  /** What became of the writes, once the service has done what follows from them; rejects where it ended meanwhile. */
  accountOf(writes: Writes): Promise<Account>;
  stop(): Promise<void>;
}

/** Starts web and workers on the database at `uri`, with so many labels in its register. */
export async function failoverService(uri: string, labels: number): Promise<FailoverService> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const settings = { MONGODB_URI: uri, MONGODB_NAME: 'failover', PORT: String(port) };
  const service = await startBuilt(settings);
  let hasEnded = false;
  service.ended.catch(() => {
    hasEnded = true;
  });
  await Promise.race([isReady(address, () => hasEnded), service.ended]);
  const connection = await connect(uri, 'failover');
  await fillRegister(connection, labels);
  const paths = await publicPaths(connection);
  const deps = { store: createStore(connection, handlersOf), ids, clock: { now: () => new Date() } };
  return {
    startLoad: async (pauseMs = 0) => {
      const writes = startWrites(deps, { writers: 4, pauseMs });
      const reads = startReads(address, paths, 2);
      await writes.nextAcknowledged();
      return { writes, reads, stop: async () => void (await Promise.all([writes.stop(), reads.stop()])) };
    },
    accountOf: (writes) => Promise.race([accountOf(connection, writes), service.ended]),
    stop: async () => {
      await service.stop();
      await connection.close();
    },
  };
}

/** Waits until the service says that it can do its work, or until it is of no use any more. */
async function isReady(address: string, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded() && !(await fetch(`${address}/readyz`).catch(() => null))?.ok) await pause(200);
}
