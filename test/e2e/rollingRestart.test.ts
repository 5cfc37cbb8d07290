// Tier: night. Budget: 18 s.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { signedIn } from '../../src/cli/demo/signedIn.ts';
import { connect } from '../../src/storage/database/database.ts';
import { migrateDatabase } from '../../src/storage/database/migrate.ts';
import { freePort } from '../../src/storage/database/run/port.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { fillRegister } from '../support/samples/fillRegister.ts';
import { type Balancer, startBalancer } from '../support/servers/balancer.ts';
import { type BuiltService, startBuilt } from '../support/servers/builtService.ts';
import { startReads } from '../support/servers/load.ts';
import { publicPaths } from '../support/servers/publicPaths.ts';

describe('two webs that are started anew one after the other', () => {
  let database: TestDatabase;
  let ports: number[];
  let balancer: Balancer;
  let paths: string[];
  const webs = new Map<number, BuiltService>();

  before(async () => {
    database = await testDatabase('rolling');
    const connection = await connect(database.uri, database.dbName);
    await migrateDatabase(connection);
    await fillRegister(connection, 100);
    paths = await publicPaths(connection);
    await connection.close();
    ports = [await freePort(), await freePort()];
    balancer = await startBalancer(ports);
    for (const port of ports) await begin(port);
  });
  after(async () => {
    await Promise.all([...webs.values()].map((web) => web.stop()));
    await balancer.stop();
    await database.drop();
  });

  async function begin(port: number): Promise<void> {
    const web = await startBuilt({
      MONGODB_URI: database.uri,
      MONGODB_NAME: database.dbName,
      PORT: String(port),
      PUBLIC_URL: balancer.address,
      SESSION_SECRET: 'a secret that only this test run knows, and no other',
      // As in production: long enough for the proxy to see that it stops.
      DRAIN_SECONDS: '5',
    });
    webs.set(port, web);
    await Promise.race([balancer.ready(port), web.ended]);
  }

  it('answer every request meanwhile, and keep who signed in signed in', async () => {
    const person = await signedIn(balancer.address, 'owner@specimen.example');
    const reads = startReads(balancer.address, paths, 2);
    let renamed = 0;
    let stopped = false;
    const renaming = (async () => {
      while (!stopped) {
        const name = `Spécimen ${renamed + 1}`;
        await person.send(await person.open('/fr/account'), '/account', { name });
        renamed += 1;
        // One person may write so often and no oftener.
        await pause(200);
      }
    })();
    try {
      for (const port of ports) {
        expect(await webs.get(port)?.stop()).to.equal(0);
        await begin(port);
      }
    } finally {
      stopped = true;
      await Promise.all([reads.stop(), renaming]);
    }
    expect(reads.failed).to.deep.equal([]);
    const people = database.connection.collection('people');
    const known = await people.findOne({ email: 'owner@specimen.example' });
    expect(known?.name).to.equal(`Spécimen ${renamed}`);
    expect(renamed).to.be.greaterThan(1);
  });
});
