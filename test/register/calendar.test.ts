import { expect } from 'chai';
import fc from 'fast-check';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../src/register/calendar.ts';
import { addDays } from '../../src/register/day.ts';

const days = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2026-01-01', n));

describe('the working days of Geneva', () => {
  it('are no weekends and no public holidays, those of the canton included', () => {
    const closed = [
      '2026-12-25',
      '2027-01-01',
      '2026-12-31',
      '2026-09-10',
      '2027-03-26',
      '2026-11-28',
      '2026-11-29',
    ];
    for (const day of closed) expect(isWorkingDay(day), day).to.equal(false);
    for (const day of ['2026-11-24', '2026-12-24', '2026-12-30'])
      expect(isWorkingDay(day), day).to.equal(true);
  });

  it('are counted from the day after, across Christmas and New Year', () => {
    expect(addWorkingDays('2026-12-23', 1)).to.equal('2026-12-24');
    expect(addWorkingDays('2026-12-23', 2)).to.equal('2026-12-28');
    expect(addWorkingDays('2026-12-30', 1)).to.equal('2027-01-04');
    expect(addWorkingDays('2026-11-24', 0)).to.equal('2026-11-24');
  });

  it('are counted between two days as if one by one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20, max: 1200 }), (from, length) => {
        const between = Array.from({ length: Math.max(0, length) }, (_, i) => addDays(from, i + 1));
        const counted = workingDaysBetween(from, addDays(from, length), 'nyon');
        expect(counted).to.equal(between.filter((day) => isWorkingDay(day, 'nyon')).length);
      }),
      { numRuns: 50 },
    );
  });

  it('end on a working day, and one more day counts one further', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const reached = addWorkingDays(from, count);
        expect(isWorkingDay(reached)).to.equal(true);
        expect(addWorkingDays(from, count + 1)).to.equal(nextWorkingDay(addDays(reached, 1)));
      }),
    );
  });

  it('move a deadline forward, never back, and only when it must', () => {
    fc.assert(
      fc.property(days, (day) => {
        const next = nextWorkingDay(day);
        expect(next >= day && isWorkingDay(next)).to.equal(true);
        expect(next === day).to.equal(isWorkingDay(day));
      }),
    );
  });
});
