import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { signedIn } from '../../src/cli/demo/signedIn.ts';
import { connect } from '../../src/storage/database/database.ts';
import { migrateDatabase } from '../../src/storage/database/migrate.ts';
import { freePort } from '../../src/storage/database/run/port.ts';
import { testFolder } from '../support/run/folders.ts';
import { keysFolder, type TestDatabase, testDatabase } from '../support/run/server.ts';
import { fillRegister } from '../support/samples/fillRegister.ts';
import { type Balancer, startBalancer } from '../support/servers/balancer.ts';
import { startReads } from '../support/servers/load.ts';
import { publicPaths } from '../support/servers/publicPaths.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe('two webs that are started anew one after the other', () => {
  let database: TestDatabase;
  let ports: number[];
  let balancer: Balancer;
  let paths: string[];
  const webs = new Map<number, ChildProcess>();

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
    await Promise.all(ports.map(end));
    await balancer.stop();
    await database.drop();
  });

  async function begin(port: number): Promise<void> {
    const env = {
      PATH: process.env.PATH,
      MONGODB_URI: database.uri,
      MONGODB_NAME: database.dbName,
      DATA_DIR: await testFolder(),
      KEYS_DIR: keysFolder(),
      PORT: String(port),
      PUBLIC_URL: balancer.address,
      SESSION_SECRET: 'a secret that only this test run knows, and no other',
      SERVICES: 'web,workers',
      FIRST_SPECIMENS: '0',
      LOG_LEVEL: 'silent',
      SECURITY_LOG: 'off',
      LOOKUPS_PER_MINUTE: '1000000',
      // As in production: long enough for the proxy to see that it stops.
      DRAIN_SECONDS: '5',
    };
    const web = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    webs.set(port, web);
    const ended = once(web, 'exit').then(([code]) => {
      throw new Error(`the web on port ${port} ended while it started: ${code}`);
    });
    await Promise.race([balancer.ready(port), ended]);
    ended.catch(() => {});
  }

  async function end(port: number): Promise<number | null> {
    const web = webs.get(port);
    web?.kill('SIGTERM');
    if (web?.exitCode === null) await once(web, 'exit');
    return web?.exitCode ?? null;
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
        expect(await end(port)).to.equal(0);
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
