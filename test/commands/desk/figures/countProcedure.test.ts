import { expect } from 'chai';
import fc from 'fast-check';
import { countProcedure } from '../../../../src/commands/desk/figures/countProcedure.ts';
import { wholeGroups } from '../../../../src/commands/desk/figures/wholeGroups.ts';
import { byFives } from '../../../../src/commands/exchange/toldFigures.ts';
import type { Level } from '../../../../src/criteria/scheme.ts';
import { addDays, addMonths } from '../../../../src/register/day.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { manyEvaluations } from '../../../support/samples/manyEvaluations.ts';

/** What is counted on a day of what was decided on so many days since 2025. */
function countedOn(days: readonly number[], day: number): readonly number[] {
  const dayAt = (n: number) => addDays('2025-01-01', n);
  const on = dayAt(day);
  const yearBefore = `${Number(on.slice(0, 4)) - 1}-01-01`;
  const all = days
    .map((n, id) => ({ id, at: dayAt(n), year: dayAt(n).slice(0, 4) }))
    .filter(({ at }) => at <= on && at >= yearBefore);
  return wholeGroups(all, addMonths(on, -12), byFives)
    .flat()
    .map(({ id }) => id);
}

describe('what is counted of twelve months', () => {
  it('differs between any two days by whole fives, never by a single file', () => {
    const day = fc.integer({ min: 0, max: 1_500 });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), day, day, (days, one, other) => {
        const [before, after] = [countedOn(days, one), countedOn(days, other)];
        const left = before.filter((id) => !after.includes(id)).length;
        const came = after.filter((id) => !before.includes(id)).length;
        return [before.length, left, came].every((count) => count % 5 === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds all of a year but the last ones that make no five, and nothing that is older', () => {
    const inMarch = Array.from({ length: 8 }, (_, n) => 60 + n);
    expect(countedOn(inMarch, 100)).to.deep.equal([0, 1, 2, 3, 4]);
    expect(countedOn(inMarch, 60 + 4 + 365)).to.deep.equal([0, 1, 2, 3, 4]);
    expect(countedOn(inMarch, 60 + 5 + 365)).to.deep.equal([]);
  });
});

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
  const counted = (on = '2026-11-20') => countProcedure(service.deps, on, byFives);
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

  it('tells how far reviewers agree from ten files on, and where that lies', async () => {
    const people = ['P1', 'P2'] as const;
    const scoring = [
      (n: number, criterion: number) => ((n + criterion) % 5) as Level,
      (n: number, criterion: number) => Math.max(0, ((n + criterion) % 5) - Number(n % 3 === 0)) as Level,
    ] as const;
    const all = await manyEvaluations(service.connection, { files: 14, people, scoring });
    const decide = (some: typeof all) =>
      service.connection
        .collection<{ _id: string }>('records')
        .insertMany(
          some.flatMap(({ id }, n) =>
            ['evaluated', 'refused'].map((fact, i) => ({
              ...{ _id: `${id} ${fact}`, stream: `applications/${id}`, seq: i + 1, data: {} },
              ...{ at: `2026-11-0${i + 1}T09:00:0${n % 10}.000Z`, facts: [`application.${fact}`] },
            })),
          ),
        );
    const { agreement: none } = await counted();
    await decide(all.slice(0, 9));
    expect([none, (await counted()).agreement], 'nine are told as five').to.deep.equal([null, null]);
    await decide(all.slice(9));
    const { agreement } = await counted();
    expect(agreement?.files).to.equal(10);
    const { low, high } = agreement?.interval ?? { low: 1, high: 0 };
    const { alpha = 0 } = agreement ?? {};
    expect([low < alpha, alpha < high], `${low} ${alpha} ${high}`).to.deep.equal([true, true]);
    expect((await counted('2028-01-01')).agreement, 'long after').to.equal(null);
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
