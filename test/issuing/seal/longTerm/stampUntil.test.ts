import { expect } from 'chai';
import { stampUntil } from '../../../../src/issuing/seal/longTerm/stampUntil.ts';
import { objectIds } from '../../../../src/issuing/seal/objectIds.ts';
import { inYear, type LongSpecimen, openLongSpecimen } from './longSpecimen.ts';

const days = 86_400_000;

describe('issuing/seal/longTerm, when the next time-stamp is due', () => {
  let specimen: LongSpecimen;
  let sealed: Buffer;
  before(async () => {
    specimen = await openLongSpecimen();
    sealed = await specimen.sealed();
  });
  after(() => specimen.close());

  it('is after a year, or sooner before its certificate ends, and never within a day', async () => {
    const dueAfter = async (left: number) => {
      const until = new Date(inYear(2026).getTime() + left * days);
      const purposes = [objectIds.timeStamping];
      const { time } = specimen;
      time().timeBy(time().certify({ name: `Clock ${left}`, from: inYear(2025), until, purposes }));
      const due = stampUntil(await specimen.lengthenIn(2026, sealed));
      return (Date.parse(due ?? '') - inYear(2026).getTime()) / days;
    };
    const dues = [];
    for (const left of [1000, 400, 390, 200, 60, 40, 10, 2, 1]) dues.push([left, await dueAfter(left)]);
    expect(dues).deep.equal([
      [1000, 365],
      [400, 365],
      [390, 360],
      [200, 170],
      [60, 30],
      [40, 20],
      [10, 5],
      [2, 1],
      [1, 1],
    ]);
  });

  it('is never for a document that has none', () => {
    expect(stampUntil(sealed)).equal(null);
  });
});
