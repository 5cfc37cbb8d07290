// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import type { Running } from '../../src/main.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { metricsOf, startedService, watchAddress } from '../support/run/startedService.ts';
import { insertEntries } from '../support/samples/insertEntries.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';

describe('metrics of a process', () => {
  let database: TestDatabase;
  let running: Running;
  before(async () => {
    database = await testDatabase('metrics');
    running = await startedService(database);
    await insertEntries(database.connection, [specimenEntry]);
  });
  after(async () => {
    await running.stop();
    await database.drop();
  });

  it('count answers by what was asked for, those that were kept among them', async () => {
    const before = await metricsOf(running);
    const paths = [
      '/fr/criteria',
      `/badges/${specimenEntry.number}.svg`,
      `/api/v1/labels/${specimenEntry.number}`,
    ];
    const ask = async (path: string) => {
      const answer = await fetch(`${running.address}${path}`);
      await answer.arrayBuffer();
      return answer.status;
    };
    for (const path of [...paths, ...paths, '/fr/account', '/nowhere/at/all']) await ask(path);
    const now = await metricsOf(running);
    const rise = (name: string) =>
      (now.get(`made_in_ess_${name}`) ?? 0) - (before.get(`made_in_ess_${name}`) ?? 0);
    const answers = (route: string, status: string) =>
      rise(`http_requests_total{route="${route}",status="${status}"}`);
    expect(answers('badge', '2xx')).to.equal(2);
    expect(answers('api', '2xx')).to.equal(2);
    expect(answers('page', '2xx')).to.be.at.least(2);
    expect(answers('private', '3xx') + answers('private', '4xx')).to.equal(1);
    expect(answers('other', '4xx')).to.equal(1);
    // What was kept took no time that is worth a measure.
    expect(rise('cache_answers_total{result="hit"}')).to.be.within(1, 3);
    expect(rise('http_request_duration_seconds_count{route="badge"}')).to.be.within(1, 2);
  });

  it('tell of outbox, clock, database, keys and letters, and of no scanner where none is set', async () => {
    // A reading gives up after some seconds, which a machine that does other work may take.
    let metrics = await metricsOf(running);
    const failing = () =>
      [...metrics].some(([name, value]) => name.startsWith('made_in_ess_reading_failed') && value === 1);
    while (failing() || !metrics.has('made_in_ess_seal_expiry_seconds')) metrics = await metricsOf(running);
    const of = (name: string) => metrics.get(`made_in_ess_${name}`);
    expect(of('ready')).to.equal(1);
    for (const name of ['outbox_waiting', 'outbox_parked', 'outbox_oldest_seconds', 'letters_refused_week'])
      expect(of(name), name).to.equal(0);
    expect(of('clock_lag_seconds'), 'clock_lag_seconds').to.be.at.least(0);
    expect(of('clock_ahead_seconds'), 'clock_ahead_seconds').to.be.within(-60, 60);
    expect([of('replica_members'), of('replica_members_healthy'), of('replica_has_primary')]).to.deep.equal([
      1, 1, 1,
    ]);
    // Nothing was signed yet, so that the key is not published: nobody has to do anything.
    expect([of('key_trusted'), of('key_age_seconds')]).to.deep.equal([1, undefined]);
    expect(of('seal_expiry_seconds'), 'seal_expiry_seconds').to.be.above(0);
    const unknown = ['scanner_up', 'letter_sent_age_seconds', 'backup_age_seconds'];
    expect(unknown.filter((name) => of(name) !== undefined)).to.deep.equal([]);
    const failed = [...metrics].filter(([name]) => name.startsWith('made_in_ess_reading_failed'));
    expect(failed.filter(([, value]) => value !== 0)).to.deep.equal([]);
    expect(failed).to.have.length(9);
    expect([...metrics.keys()].filter((name) => name.startsWith('made_in_ess_build_info'))).to.have.length(1);
    expect([...metrics.keys()].some((name) => name.startsWith('nodejs_eventloop_lag'))).to.equal(true);
  });

  it('have few labels, and no number, name or address in any', async () => {
    const metrics = await metricsOf(running);
    const ours = [...metrics.keys()].filter(
      (name) => name.startsWith('made_in_ess_') && !/build_info/.test(name),
    );
    const values = ours
      .flatMap((name) => [...name.matchAll(/(\w+)="([^"]*)"/g)])
      .filter(([, label]) => label !== 'le');
    const wrong = values.filter(([, , value = '']) => !/^[a-z]+[A-Za-z]*$|^\dxx$/.test(value));
    expect(wrong).to.deep.equal([]);
    expect(new Set(values.map(([, label]) => label))).to.deep.equal(
      new Set(['route', 'status', 'result', 'reading']),
    );
    expect(ours.length).to.be.below(150);
  });

  it('are on the second port alone', async () => {
    expect((await fetch(`${running.address}/metrics`)).status).to.equal(404);
    expect((await fetch(`${watchAddress(running)}/metrics`, { method: 'POST' })).status).to.equal(404);
  });
});
