import { expect } from 'chai';
import type { Leases } from '../../src/commands/ports/jobPorts.ts';
import { addDays, instantsOf } from '../../src/register/day.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { runTurn, startClock, strike, timesOf } from '../../src/workers/clock.ts';
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
    cron: '*/5 * * * *',
    run: async () => {
      struck += 1;
    },
  };
  const parts = (holder: string, list: readonly Schedule[] = [schedule]) => ({
    deps: service.deps,
    leases,
    schedules: list,
    holder,
    log: {
      info: (_: object, message?: string) => void logged.push(message ?? ''),
      error: (_: object, message?: string) => void logged.push(message ?? ''),
    } as never,
  });
  /** Takes turns as a clock that looks at these instants; gives at which of them the schedule ran. */
  const runsAt = async (instants: readonly string[], one: Schedule = schedule) => {
    const ran: string[] = [];
    for (const instant of instants) {
      service.setClock(instant);
      if (await runTurn(parts('p'), one)) ran.push(instant);
    }
    return ran;
  };

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
      slot: '2026-11-24T10:00:00.000Z',
      now: service.deps.clock.now(),
      ms: 15 * 60_000,
    };
    expect(await leases.take('test', claim)).to.equal(true);
    expect(await runsAt(['2026-11-24T10:10:00.000Z'])).to.deep.equal([]);
    expect(await runsAt(['2026-11-24T10:20:00.000Z'])).to.have.length(1);
  });

  it('does a turn once, in the minute in which it comes, and not again when it looks again', async () => {
    const daily = { ...schedule, cron: '10 7 * * *' };
    const minutes = ['06:08', '06:09', '06:10', '06:11', '07:10'];
    const looks = ['2026-11-24', '2026-11-25'].flatMap((day) =>
      minutes.map((time) => `${day}T${time}:00.000Z`),
    );
    expect(await runsAt(looks, daily)).to.deep.equal([
      // The turn of the day before: nobody knows that it was done.
      '2026-11-24T06:08:00.000Z',
      '2026-11-24T06:10:00.000Z',
      '2026-11-25T06:10:00.000Z',
    ]);
  });

  it('does what was missed while nothing ran once, as soon as it runs again', async () => {
    const daily = { ...schedule, cron: '10 7 * * *' };
    await runsAt(['2026-11-24T07:00:00.000Z'], daily);
    const back = ['2026-12-15T14:00:00.000Z', '2026-12-15T14:01:00.000Z', '2026-12-16T06:10:00.000Z'];
    expect(await runsAt(back, daily)).to.deep.equal([back[0], back[2]]);
  });

  it('goes on when it goes back, after it was years ahead', async () => {
    await runsAt(['2026-11-24T10:00:00.000Z', '2031-01-01T00:00:00.000Z']);
    const right = ['2026-11-24T10:05:00.000Z', '2026-11-24T10:05:30.000Z', '2026-11-24T10:10:00.000Z'];
    expect(await runsAt(right)).to.deep.equal([right[0], right[2]]);
  });

  it('does nothing twice for two processes whose clocks differ by a few seconds', async () => {
    await runsAt(['2026-11-24T10:00:00.000Z']);
    expect(await runsAt(['2026-11-24T09:59:57.000Z', '2026-11-24T10:00:01.000Z'])).to.deep.equal([]);
  });

  it('logs a failure, goes on with the others, and tries again in a minute', async () => {
    let broken = true;
    const failing: Schedule = {
      ...schedule,
      name: 'failing',
      run: () => (broken ? Promise.reject(new Error('no')) : Promise.resolve(1)),
    };
    await strike(parts('p', [failing, schedule]));
    expect(logged.join()).to.include('could not');
    expect(struck).to.equal(1);
    broken = false;
    service.setClock('2026-11-24T10:01:00.000Z');
    logged = [];
    await strike(parts('p', [failing, schedule]));
    expect(logged).to.deep.equal(['the clock has struck']);
    expect(struck).to.equal(1);
  });

  it('has valid times and unique names only, starts with what has come, and stops', async () => {
    for (const { cron } of schedules) expect(timesOf(cron).nextRun(), cron).not.to.equal(null);
    expect(new Set(schedules.map(({ name }) => name)).size).to.equal(schedules.length);
    await startClock(parts('p')).stop();
    expect(struck).to.equal(1);
  });
});

describe('the times of the clock', () => {
  const nights = { spring: '2027-03-28', autumn: '2027-10-31', leap: '2028-02-29' };
  for (const { name, cron } of schedules) {
    for (const [night, day] of Object.entries(nights)) {
      it(`of ${name} come as often as at any other time, in ${night}`, () => {
        // What comes once a week is looked for in the week that begins with the night.
        const days = cron.endsWith('* * *') ? 1 : 7;
        const [[from], [to]] = [instantsOf(day), instantsOf(addDays(day, days))];
        const came: number[] = [];
        const times = timesOf(cron);
        for (
          let next = times.nextRun(new Date(Date.parse(from) - 1000));
          next && next.toISOString() < to;
          next = times.nextRun(next)
        )
          came.push(next.getTime());
        const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
        expect(hours - 24 * (days - 1)).to.equal({ spring: 23, autumn: 25, leap: 24 }[night]);
        expect(came.length).to.equal(cron.startsWith('*/5 ') ? hours * 12 : 1);
        expect(new Set(came).size).to.equal(came.length);
      });
    }
  }
});
