import { expect } from 'chai';
import { Cron } from 'croner';
import type { Leases } from '../../src/commands/ports/jobPorts.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { runTurn, startClock } from '../../src/workers/clock.ts';
import { type Schedule, schedules } from '../../src/workers/schedules.ts';
import { type TestService, testService } from '../support/run/service.ts';

describe('the clock', () => {
  let service: TestService;
  let leases: Leases;
  let struck: number;
  let logged: string[];
  before(async () => {
    service = await testService('clock');
    leases = createLeases(service.connection);
  });
  after(() => service.stop());
  beforeEach(async () => {
    await service.connection.collection('leases').deleteMany({});
    struck = 0;
    logged = [];
    service.setClock('2026-11-24T10:00:00.000Z');
  });

  const schedule: Schedule = {
    name: 'test',
    cron: '0 0 1 1 *',
    run: async () => {
      struck += 1;
    },
  };
  const parts = (holder: string) => ({
    deps: service.deps,
    leases,
    schedules: [schedule],
    holder,
    log: {
      info: (_: object, message?: string) => void logged.push(message ?? ''),
      error: (_: object, message?: string) => void logged.push(message ?? ''),
    } as never,
  });

  it('fires once for ten processes in the same minute', async () => {
    const turns = await Promise.all(Array.from({ length: 10 }, (_, i) => runTurn(parts(`p${i}`), schedule)));
    expect(turns.filter((had) => had)).to.have.length(1);
    expect(await runTurn(parts('late'), schedule)).to.equal(false);
    expect(struck).to.equal(1);
    service.setClock('2026-11-24T10:05:00.000Z');
    expect(await runTurn(parts('p3'), schedule)).to.equal(true);
    expect(struck).to.equal(2);
  });

  it('respects the lease of another process, and takes it over when that one died', async () => {
    const claim = {
      holder: 'dead',
      slot: '2026-11-24T10:00',
      now: service.deps.clock.now(),
      ms: 15 * 60_000,
    };
    expect(await leases.take('test', claim)).to.equal(true);
    service.setClock('2026-11-24T10:10:00.000Z');
    expect(await runTurn(parts('p'), schedule)).to.equal(false);
    service.setClock('2026-11-24T10:20:00.000Z');
    expect(await runTurn(parts('p'), schedule)).to.equal(true);
  });

  it('logs a failure and goes on', async () => {
    const broken: Schedule = { ...schedule, run: () => Promise.reject(new Error('no')) };
    expect(await runTurn(parts('p'), broken)).to.equal(true);
    expect(logged.join()).to.include('could not');
  });

  it('accepts valid times and unique names only, and starts and stops', async () => {
    for (const { cron } of schedules)
      expect(new Cron(cron, { paused: true }).nextRun(), cron).not.to.equal(null);
    expect(new Set(schedules.map(({ name }) => name)).size).to.equal(schedules.length);
    await startClock(parts('p')).stop();
    expect(struck).to.equal(0);
  });
});
