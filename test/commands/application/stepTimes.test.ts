import { expect } from 'chai';
import { stepTimes } from '../../../src/commands/application/views/stepTimes.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('how long the steps of files took', () => {
  let service: TestService;
  before(async () => {
    service = await testService('step-times');
  });
  after(() => service.stop());

  const facts = ['submitted', 'accepted', 'evaluated', 'granted'] as const;

  /** A decided file that was checked in so many days, evaluated in two and decided in one, from a Monday on. */
  async function decided(n: number, days: number, kind = 'initial') {
    const id = `A-2026-90000${n}`;
    const stored = { context: { kind }, state: 'granted', submittedAt: '2026-11-02T08:00:00.000Z' };
    await service.connection.collection<{ _id: string }>('applications').insertOne({ _id: id, ...stored });
    const on = [2, 2 + days, 4 + days, 5 + days];
    const lines = facts.map((fact, i) => ({
      _id: `${id} ${i}`,
      stream: `applications/${id}`,
      seq: i + 1,
      at: `2026-11-${String(on[i]).padStart(2, '0')}T08:00:00.000Z`,
      facts: [`application.${fact}`],
    }));
    await service.connection.collection<{ _id: string }>('records').insertMany(lines);
  }

  it('is not told of fewer than five, and then is the middle of first applications', async () => {
    for (const n of [1, 2, 3, 4]) await decided(n, 1);
    await decided(8, 4, 'extension');
    expect(await stepTimes(service.deps)).to.deep.equal({
      screening: null,
      evaluation: null,
      decision: null,
    });
    await decided(5, 2);
    expect((await stepTimes(service.deps)).screening).to.deep.equal({ days: 1, files: 5 });
    for (const n of [6, 7]) await decided(n, 2);
    const { screening, evaluation, decision } = await stepTimes(service.deps);
    expect([screening, evaluation, decision]).to.deep.equal([
      { days: 1, files: 7 },
      { days: 2, files: 7 },
      { days: 1, files: 7 },
    ]);
  });
});
