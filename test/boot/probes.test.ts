import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from 'chai';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { startedService, watchAddress } from '../support/run/startedService.ts';

const asked = async (base: string, path: string, method = 'GET') => {
  const answer = await fetch(`${base}${path}`, { method });
  const { status, headers } = answer;
  return { status, text: (await answer.text()).trim(), connection: headers.get('connection') };
};
const said = async (base: string, path: string) => {
  const { status, text } = await asked(base, path);
  return `${status} ${text}`;
};

describe('probes of a process', () => {
  let database: TestDatabase;
  let stopped = 0;
  before(async () => {
    database = await testDatabase('probes');
  });
  after(async () => {
    expect(stopped).to.equal(2);
    await database.drop();
  });

  it('answer on both ports of the web, until it stops', async () => {
    const running = await startedService(database, { SERVICES: 'web', DRAIN_SECONDS: '1' });
    for (const base of [running.address, watchAddress(running)]) {
      expect(await said(base, '/healthz'), base).to.equal('200 alive');
      expect(await said(base, '/readyz'), base).to.equal('200 ready');
      expect((await asked(base, '/readyz', 'HEAD')).status, base).to.equal(200);
      expect((await asked(base, '/readyz', 'POST')).status, base).to.be.oneOf([404, 405]);
    }
    expect((await asked(watchAddress(running), '/fr')).status).to.equal(404);
    const stopping = running.stop();
    for (const base of [running.address, watchAddress(running)]) {
      expect(await said(base, '/healthz'), base).to.equal('200 alive');
      expect(await said(base, '/readyz'), base).to.equal('503 stopping');
    }
    // Pages still answer, and tell whoever holds a connection open to take it elsewhere.
    expect(await asked(running.address, '/fr/criteria')).to.include({ status: 200, connection: 'close' });
    await stopping;
    stopped += 1;
  });

  it('answer in a process without web, on the second port alone', async () => {
    const running = await startedService(database, {
      SERVICES: 'workers',
      PUBLIC_URL: 'http://localhost:3000',
    });
    expect(running.address).to.equal('');
    expect(await said(watchAddress(running), '/readyz')).to.equal('200 ready');
    await running.stop();
    stopped += 1;
  });

  it('say that a process starts, and none where a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const refused = await startedService(database, { METRICS_PORT: String(port) }).catch(
      (error: unknown) => error,
    );
    expect(refused).to.include({ code: 'EADDRINUSE' });
    expect(String(refused)).to.match(
      /at 127\.0\.0\.1:\d+: another program has it; .* METRICS_PORT to a free port\.$/,
    );
    taken.close();
  });

  it('write to the database with a majority, and fail where it is not there', async () => {
    const { connection } = database;
    const { tryWrite } = createReadings(connection);
    const count = async () =>
      (await connection.collection<{ _id: string; n: number }>('counters').findOne({ _id: 'readiness' }))?.n;
    const before = (await count()) ?? 0;
    await tryWrite(10_000);
    expect(await count()).to.equal(before + 1);
  });
});
