import { expect } from 'chai';
import { lookAround } from '../../src/boot/lookAround.ts';
import { openHealth } from '../../src/boot/openHealth.ts';
import { warnOfState } from '../../src/boot/start/warnOfState.ts';
import { readHealth } from '../../src/commands/desk/health/viewHealth.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { strike } from '../../src/workers/clock.ts';
import { schedules } from '../../src/workers/schedules.ts';
import { insertLabel } from '../support/insertLabel.ts';
import { type TestService, testService } from '../support/run/service.ts';

const dayMs = 86_400_000;

describe('a clock that is wrong by a day', () => {
  let service: TestService;
  const ownNow = Date.now;
  const ahead = (ms: number) => {
    Date.now = () => ownNow() + ms;
  };
  const readings = () => createReadings(service.connection);
  before(async () => {
    service = await testService('clock-wrong');
  });
  afterEach(() => {
    Date.now = ownNow;
  });
  after(() => service.stop());

  for (const [which, ms] of [
    ['ahead', dayMs],
    ['behind', -dayMs],
  ] as const) {
    it(`is found by the clock of the database, ${which}`, async () => {
      ahead(ms);
      expect(await readings().clockAheadMs()).to.be.within(ms - 60_000, ms + 60_000);
    });

    it(`takes no turn and ends no label, ${which}, and does once it is right`, async () => {
      service.setClock('2029-04-20T10:00:00.000Z');
      const { number } = await insertLabel(service, `holder-${which}`);
      const told: string[] = [];
      const tell = (_: object, message = '') => void told.push(message);
      const parts = {
        deps: service.deps,
        leases: createLeases(service.connection),
        schedules,
        holder: which,
        aheadMs: readings().clockAheadMs,
        log: { info: () => {}, error: tell },
      };
      service.setClock('2029-05-01T10:00:00.000Z');
      ahead(ms);
      await strike(parts);
      const state = async () => (await service.deps.store.label(number))?.state;
      expect(await state()).to.equal('active');
      expect(told).to.have.length(1);
      expect(told[0]).to.include('no turn is taken until they agree');
      Date.now = ownNow;
      await service.connection.collection('leases').deleteMany({});
      await strike(parts);
      expect(await state()).to.equal('expired');
      expect(told).to.have.length(1);
    });
  }

  it('is said at the start, by /health, and by /readyz where no pages are served', async () => {
    const { deps } = service;
    const told: object[] = [];
    const log = { error: (data: object) => void told.push(data) };
    const asked = async (services: ('web' | 'workers' | 'clock')[]) =>
      (await lookAround({ services }, readings())()) ?? 'ready';
    const clockLine = async () => {
      const health = openHealth({ bounces: null, mail: null }, { readings: readings() }, null);
      const { lines } = await readHealth({ ...deps, health });
      return lines.find(({ what }) => what === 'clock');
    };
    ahead(dayMs);
    let heard = () => {};
    const saying = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const errors = {
      error: (data: object) => {
        log.error(data);
        heard();
      },
    };
    warnOfState(
      { mode: 'development', services: ['web'] },
      { deps, readings: readings(), log: { ...errors, warn: errors.error } },
    );
    await saying;
    expect(told).to.have.length(1);
    expect(await clockLine()).to.include({ state: 'wrong', light: 'now' });
    expect(await asked(['clock'])).to.equal('clock');
    expect(await asked(['workers', 'clock'])).to.equal('clock');
    // Its pages are read by the clock of the database's days all the same, and nobody else would answer.
    expect(await asked(['web', 'workers', 'clock'])).to.equal('ready');
    expect(await asked(['workers'])).to.equal('ready');
    Date.now = ownNow;
    expect(await asked(['clock'])).to.equal('ready');
    expect((await clockLine())?.state).to.not.equal('wrong');
  });
});
