import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { ids } from '../../src/boot/ids.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { createStore } from '../../src/storage/createStore.ts';
import { connect } from '../../src/storage/database/database.ts';
import { createJournal } from '../../src/storage/privacy/createJournal.ts';
import { handlersOf } from '../../src/workers/reactions.ts';
import { testFolder } from '../support/run/folders.ts';
import { keysFolder } from '../support/run/server.ts';
import { fillRegister } from '../support/samples/fillRegister.ts';
import { addressOf, startReads, startWrites } from '../support/servers/load.ts';
import { publicPaths } from '../support/servers/publicPaths.ts';
import { type ReplicaSet, startReplicaSet } from '../support/servers/replicaSet.ts';

const labels = 300;

describe('a service whose database loses its primary', () => {
  let set: ReplicaSet;
  let connection: Connection;
  let running: Running;
  before(async () => {
    set = await startReplicaSet({ electionTimeoutMillis: 2000 });
    // However slow the machine: here it is about what is lost, and the drill measures how long it takes.
    const uri = `${set.uri}&serverSelectionTimeoutMS=60000`;
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
    running = await start(config, () => {});
    connection = await connect(uri, 'failover');
    await fillRegister(connection, labels);
  });
  after(async () => {
    await running.stop();
    await connection.close();
    await set.stop();
  });

  it('loses no write that it acknowledged, does none twice, and answers the public throughout', async () => {
    const deps = { store: createStore(connection, handlersOf), ids, clock: { now: () => new Date() } };
    const writes = startWrites(deps, 4);
    const reads = startReads(running.address, await publicPaths(connection), 2);
    try {
      await writes.nextAcknowledged();
      const primary = await set.primary();
      await primary.kill();
      const before = reads.count();
      await writes.nextAcknowledged();
      expect(reads.count()).to.be.greaterThan(before);
      expect((await set.primary()).host).to.not.equal(primary.host);
      await primary.start();
      await set.settled();
      await writes.nextAcknowledged();
    } finally {
      await Promise.all([writes.stop(), reads.stop()]);
    }
    expect(writes.refused).to.deep.equal([]);
    expect(reads.failed).to.deep.equal([]);

    const jobs = connection.collection('jobs');
    while (await jobs.countDocuments({ state: 'waiting' }));
    const addresses = writes.acknowledged.map(addressOf);
    const written = { email: { $in: addresses } };
    expect(await connection.collection('people').countDocuments(written)).to.equal(addresses.length);
    const letters = connection.collection('mails').find({ kind: 'rolesChange', to: { $in: addresses } });
    expect((await letters.toArray()).map(({ to }) => to).sort()).to.deep.equal([...addresses].sort());
    expect((await createJournal(connection).verify()).faults).to.deep.equal([]);
  });
});
