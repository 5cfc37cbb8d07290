// Tier: night. Budget: 6 s.
import { expect } from 'chai';
import type { Running } from '../../src/main.ts';
import { type BreakableConnection, breakableConnection } from '../support/run/breakableConnection.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { metricsOf, startedService, watchAddress } from '../support/run/startedService.ts';
import { insertEntries } from '../support/samples/insertEntries.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';

/** More than a write may take before a proxy is told. */
const slowMs = 2500;

describe('a database that is slow', () => {
  let database: TestDatabase;
  let line: BreakableConnection;
  let running: Running;
  before(async () => {
    database = await testDatabase('slow');
    line = await breakableConnection(database.uri);
    await insertEntries(database.connection, [specimenEntry]);
    running = await startedService({ uri: line.uri, dbName: database.dbName }, { SERVICES: 'web' });
  });
  after(async () => {
    line.slow(0);
    await running.stop();
    await line.stop();
    await database.drop();
  });
  const said = async (base: string, path: string) => {
    const answer = await fetch(`${base}${path}`);
    return { status: answer.status, text: (await answer.text()).trim() };
  };

  it('makes no answer to the public slower that was kept, and tells proxies and metrics', async () => {
    const page = `/badges/${specimenEntry.number}.svg`;
    // An answer is kept once the process has heard of the register's changes; until then each is read anew.
    const hits = async () => (await metricsOf(running)).get('made_in_ess_cache_answers_total{result="hit"}');
    while (!(await hits())) expect(await said(running.address, page)).to.include({ status: 200 });
    line.slow(slowMs);
    // What was asked before is answered within a second; until then it may still say that all is well.
    const word = async () => (await said(running.address, '/readyz')).text;
    while ((await word()) !== 'database');
    expect(await said(running.address, '/healthz')).to.deep.equal({ status: 200, text: 'alive' });
    const { status, text } = await said(running.address, page);
    expect(status).to.equal(200);
    // After five seconds without news it would say as of when.
    expect(text).to.match(/<title>Label Made in ESS MIE-26-00042-D&#160;: valable/);
    const metrics = () => said(watchAddress(running), '/metrics');
    // What was read while the database was quick is kept for a few seconds.
    while (!/^made_in_ess_reading_failed\{reading="database"\} 1$/m.test((await metrics()).text));
    const { text: told } = await metrics();
    expect(told).to.match(/^made_in_ess_ready 0$/m);
    // A number that nobody knows is not told.
    expect(told).to.not.match(/^made_in_ess_outbox_waiting /m);
    line.slow(0);
    while ((await word()) !== 'ready');
  });
});
