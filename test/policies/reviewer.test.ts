import { expect } from 'chai';
import { type Availability, unavailable } from '../../src/policies/reviewer.ts';

const admitted: Availability = {
  admittedOn: '2026-01-10',
  admittedUntil: '2027-01-10',
  suspendedOn: null,
  awayFrom: null,
  awayUntil: null,
};

describe('who can be given a file', () => {
  const on = (today: string, changed: Partial<Availability> = {}) =>
    unavailable({ ...admitted, ...changed }, today);

  it('is admitted, from the first day to the last', () => {
    expect(unavailable(null, '2026-06-01')).to.equal('notAdmitted');
    expect(on('2026-06-01', { admittedOn: null, admittedUntil: null })).to.equal('notAdmitted');
    expect(on('2026-01-09')).to.equal('notAdmitted');
    expect(on('2026-01-10')).to.equal(null);
    expect(on('2027-01-10')).to.equal(null);
    expect(on('2027-01-11')).to.equal('admissionOver');
    expect(on('2026-06-01', { suspendedOn: '2026-05-01' })).to.equal('suspended');
  });

  it('is not absent, both days included; without a last day until further notice', () => {
    const away = { awayFrom: '2026-07-01', awayUntil: '2026-07-31' };
    const days = ['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'];
    expect(days.map((day) => on(day, away))).to.deep.equal([null, 'away', 'away', null]);
    expect(on('2026-12-24', { awayFrom: '2026-07-01' })).to.equal('away');
    expect(on('2026-06-30', { awayFrom: '2026-07-01' })).to.equal(null);
    expect(on('2026-06-30', { awayUntil: '2026-07-01' })).to.equal('away');
    expect(on('2026-07-02', { awayUntil: '2026-07-01' })).to.equal(null);
  });
});
