import { expect } from 'chai';
import { addDays, addMonths, dayOf, endOfDay, instantAt, shownAt } from '../../src/register/day.ts';
import { readDay } from '../../src/register/readDay.ts';

describe('a calendar day', () => {
  it('is the day in Geneva, winter and summer', () => {
    expect(dayOf('2026-11-24T22:59:59.999Z')).to.equal('2026-11-24');
    expect(dayOf('2026-11-24T23:00:00.000Z')).to.equal('2026-11-25');
    expect(dayOf('2026-07-01T22:00:00.000Z')).to.equal('2026-07-02');
  });

  it('months later falls on the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28');
    expect(addMonths('2027-11-30', 3)).to.equal('2028-02-29');
    expect(addMonths('2026-11-01', 36)).to.equal('2029-11-01');
  });

  it('days later crosses months and the change of clocks', () => {
    expect(addDays('2026-03-28', 2)).to.equal('2026-03-30');
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(addDays('2026-01-01', -1)).to.equal('2025-12-31');
  });
});

describe('register/readDay', () => {
  it('reads a day as typed, far in the past and the future too', () => {
    for (const typed of ['2026-11-26', '26.11.2026', '26/11/2026', ' 2026-11-26 ']) {
      expect(readDay(typed), typed).to.equal('2026-11-26');
    }
    expect(readDay('1/2/2026')).to.equal('2026-02-01');
    expect(readDay('1899-12-31')).to.equal('1899-12-31');
    expect(readDay('9999-12-31')).to.equal('9999-12-31');
  });

  it('refuses a non-existent day, and any other text', () => {
    for (const typed of [
      ...[
        '',
        '2026-02-30',
        '30.02.2026',
        '11/26/2026',
        '26/11.2026',
        '26/11/26',
        '10000-01-01',
        '0000-01-01',
      ],
      ...['2026-1-1', '$gt', '__proto__', '2026-11-26T00:00'],
    ]) {
      expect(readDay(typed), typed).to.equal(null);
    }
  });
});

describe('register/endOfDay', () => {
  it('is on its day in Geneva, in summer and in winter', () => {
    for (const day of ['2026-07-15', '2026-12-15']) {
      expect(dayOf(endOfDay(day))).to.equal(day);
      expect(endOfDay(day).slice(0, 10)).to.equal(day);
    }
  });
  it('precedes midnight in Geneva, in summer and winter time', () => {
    expect(endOfDay('2026-07-15')).to.equal('2026-07-15T21:59:59.999Z');
    expect(endOfDay('2026-12-15')).to.equal('2026-12-15T22:59:59.999Z');
    expect(endOfDay('2026-10-25'), 'the day that has 25 hours').to.equal('2026-10-25T22:59:59.999Z');
  });

  it('reads a local time in Geneva, across both clock changes', () => {
    expect(instantAt('2026-12-03', '18:30')).to.equal('2026-12-03T17:30:00.000Z');
    expect(instantAt('2026-07-03', '18:30')).to.equal('2026-07-03T16:30:00.000Z');
    expect(instantAt('2026-07-03', '00:00')).to.equal('2026-07-02T22:00:00.000Z');
    expect(instantAt('2026-10-25', '02:30'), 'the first of the two').to.equal('2026-10-25T00:30:00.000Z');
    expect(instantAt('2026-03-29', '02:30'), 'there is none').to.equal('2026-03-29T01:30:00.000Z');
    expect(shownAt('2026-07-02T22:00:00.000Z')).to.deep.equal({ day: '2026-07-03', time: '00:00' });
    expect(shownAt('2026-03-29T01:30:00.000Z')).to.deep.equal({ day: '2026-03-29', time: '03:30' });
  });
});
