// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import type { DayReport } from '../../src/commands/ports/clockPorts.ts';
import { dayOf } from '../../src/register/day.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { advance } from '../../src/workers/advance.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { type Schedule, schedules } from '../../src/workers/schedules.ts';
import { insertLabel } from '../support/insertLabel.ts';
import { type TestService, testService } from '../support/run/service.ts';

describe('moving the clock ahead', () => {
  let service: TestService;
  let number: string;
  beforeEach(async () => {
    service = await testService('advance');
    service.setClock('2029-04-28T10:00:00.000Z');
    ({ number } = await insertLabel(service, 'holder'));
  });
  afterEach(() => service.stop());

  const go = async (until: string, list: readonly Schedule[] = schedules, stopped = () => false) => {
    const { deps, jobs, connection } = service;
    const moveTo = async (instant: Date) => service.setClock(instant.toISOString());
    const parts = { deps, jobs, leases: createLeases(connection), schedules: list, handlers, holder: 'p' };
    const days: DayReport[] = [];
    for await (const day of advance({ ...parts, moveTo, stopped }, new Date(until))) days.push(day);
    return days;
  };
  const eventful = (days: readonly DayReport[]) => days.filter(({ happened }) => happened.length > 0);

  it('says day by day what came of it, and comes through each day once', async () => {
    const days = await go('2029-05-03T10:00:00.000Z');
    expect(days.map(({ day }) => day)).to.deep.equal([
      '2029-04-28',
      '2029-04-29',
      '2029-04-30',
      '2029-05-01',
      '2029-05-02',
      '2029-05-03',
    ]);
    const [ended, ...others] = eventful(days).filter(({ happened }) =>
      happened.some(({ fact }) => fact === 'label.expired'),
    );
    expect(ended?.day).to.equal('2029-05-01');
    expect(ended?.happened.find(({ fact }) => fact === 'label.expired')).to.deep.equal({
      fact: 'label.expired',
      count: 1,
      streams: [`labels/${number}`],
    });
    expect(others).to.deep.equal([]);
    expect(days.flatMap(({ failures }) => failures)).to.deep.equal([]);
    const { at } = (await service.deps.store.records(`labels/${number}`)).at(-1) ?? {};
    expect(at?.slice(0, 16), 'as the day begins in Geneva').to.equal('2029-04-30T22:00');
  });

  it('gives the same in one way and in several, and nothing twice', async () => {
    await go('2029-04-30T10:00:00.000Z');
    expect(eventful(await go('2029-05-01T10:00:00.000Z')).length).to.be.greaterThan(0);
    const lines = await service.deps.store.records(`labels/${number}`);
    expect(eventful(await go('2029-05-01T12:00:00.000Z'))).to.deep.equal([]);
    expect(await service.deps.store.records(`labels/${number}`)).to.deep.equal(lines);
  });

  it('takes every turn of a daily schedule, at its time, also on the nights of summer time', async () => {
    service.setClock('2027-03-26T12:00:00.000Z');
    const taken: string[] = [];
    const run: Schedule['run'] = async (_, now) => void taken.push(now.toISOString().slice(0, 16));
    const night = { name: 'night', cron: '30 2 * * *', run };
    await go('2027-03-30T12:00:00.000Z', [night]);
    expect(taken).to.deep.equal([
      // What was due before the way began.
      '2027-03-26T23:00',
      '2027-03-27T01:30',
      '2027-03-28T01:00',
      '2027-03-29T00:30',
      '2027-03-30T00:30',
    ]);
    service.setClock('2027-10-29T12:00:00.000Z');
    taken.length = 0;
    await go('2027-11-01T12:00:00.000Z', [night]);
    expect(taken.slice(1)).to.deep.equal(['2027-10-30T00:30', '2027-10-31T00:30', '2027-11-01T01:30']);
  });

  it('goes on past a schedule and a job that fail, and says so', async () => {
    const broken = {
      name: 'broken',
      cron: '0 1 * * *',
      run: () => Promise.reject(new Error('no such thing')),
    };
    const days = await go('2029-05-01T10:00:00.000Z', [broken, ...schedules]);
    expect(days.at(-1)?.failures).to.deep.equal([
      'the clock could not do what it is for; it tries again in a minute: no such thing',
    ]);
    expect((await service.deps.store.label(number))?.state).to.equal('expired');
  });

  it('stops where it is told to', async () => {
    let looks = 0;
    const days = await go('2035-01-01T00:00:00.000Z', schedules, () => {
      looks += 1;
      return looks > 40;
    });
    expect(days.length).to.be.lessThan(40);
    expect(days.at(-1)?.day).to.equal(dayOf(service.deps.clock.now().toISOString()));
  });
});
