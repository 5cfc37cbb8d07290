import { expect } from 'chai';
import { countProcedure } from '../../../../src/commands/desk/figures/countProcedure.ts';
import { addDays } from '../../../../src/register/day.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

describe('how applications were dealt with', () => {
  let service: TestService;
  before(async () => {
    service = await testService('count-procedure');
  });
  after(() => service.stop());

  let files = 0;

  /** A file with what became true of it, each on a day at eight; its points are those of one theme with a floor of 40. */
  async function file(
    history: readonly (readonly [fact: string, day: string])[],
    { kind = 'initial', points = 50, organisationId = `O${files}` } = {},
  ) {
    files += 1;
    const id = `A-2026-${String(900_000 + files)}`;
    const context = { kind, organisationId };
    const stored = { context, state: 'granted', submittedAt: '2026-11-02T08:00:00.000Z' };
    const { connection } = service;
    await connection.collection<{ _id: string }>('applications').insertOne({ _id: id, ...stored });
    const result = { themes: [{ theme: 'TRV', shown: points, floor: 40 }] };
    const lines = history.map(([fact, day], i) => ({
      ...{ _id: `${id} ${i}`, stream: `applications/${id}`, seq: i + 1, at: `${day}T08:00:00.000Z` },
      facts: [`application.${fact}`],
      data: fact === 'granted' ? { letter: { result } } : {},
    }));
    await connection.collection<{ _id: string }>('records').insertMany(lines);
  }

  /** Checked in so many days, evaluated in two, decided in one, from a Monday on. */
  const decided = (days: number, also: Parameters<typeof file>[1] = {}) =>
    file(
      [
        ['started', '2026-10-30'],
        ['submitted', '2026-11-02'],
        ['accepted', addDays('2026-11-02', days)],
        ['evaluated', addDays('2026-11-02', days + 2)],
        ['granted', addDays('2026-11-02', days + 3)],
      ],
      also,
    );
  const counted = (on = '2026-11-20') => countProcedure(service.deps, on);
  const took = async () =>
    Object.fromEntries((await counted()).steps.map(({ step, took }) => [step, took && Object.values(took)]));

  it('is told from five files on, then by whole fives, in working days and without smaller kinds of files', async () => {
    for (const days of [1, 1, 1, 2]) await decided(days);
    await decided(4, { kind: 'extension' });
    expect((await counted()).files.sent, 'of all kinds').to.equal(5);
    expect((await counted()).steps.every((one) => one.took === null)).to.equal(true);
    expect((await counted()).floors).to.deep.equal([]);
    await decided(2);
    const five = { screening: [1, 2, 5], evaluation: [2, 2, 5], decision: [1, 1, 5], agreement: null };
    expect(await took()).to.deep.equal(five);
    for (const days of [2, 2, 2, 2]) await decided(days);
    expect(await took(), 'nine are told as five').to.deep.equal(five);
    await decided(2);
    expect((await took()).screening).to.deep.equal([2, 2, 10]);
  });

  it('leaves the time of the applicant out, and names the targets of the day', async () => {
    const waited = [
      ['submitted', '2026-11-02'],
      ['informationRequested', '2026-11-03'],
      ['answered', '2026-11-10'],
      ['accepted', '2026-11-11'],
      ['correctionAsked', '2026-11-12'],
      ['corrected', '2026-11-16'],
      ['correctionRejected', '2026-11-17'],
      ['granted', '2026-11-18'],
      ['signed', '2026-11-20'],
    ] as const;
    for (let n = 0; n < 20; n += 1) await file(waited);
    expect(await took()).to.deep.equal({
      screening: [2, 2, 30],
      evaluation: [2, 2, 30],
      decision: [1, 1, 30],
      agreement: [2, 2, 20],
    });
    const { stepDays } = service.deps.procedure;
    expect((await counted()).steps[0]).to.deep.include({ step: 'screening', target: stepDays.screening });
  });

  it('counts each file once, of this year, and of each organisation one decision', async () => {
    const { files: before } = await counted();
    await file([
      ['submitted', '2025-12-30'],
      ['granted', '2025-12-31'],
    ]);
    expect((await counted()).files).to.deep.equal(before);
    const [theme] = (await counted()).floors;
    for (let n = 0; n < 5; n += 1) await decided(1, { points: 10, organisationId: 'O0' });
    expect((await counted()).floors).to.deep.equal([theme]);
    for (let n = 0; n < 5; n += 1) await decided(1, { points: 10 });
    expect((await counted()).floors).to.deep.equal([
      { theme: 'TRV', reached: Math.round((100 * 30) / 35), files: 35 },
    ]);
    expect((await counted('2027-02-01')).files.granted, 'the year after').to.equal(null);
  });
});
