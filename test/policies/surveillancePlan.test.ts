import { expect } from 'chai';
import { openOn, surveillancePlan } from '../../src/policies/surveillancePlan.ts';
import { addDays } from '../../src/register/day.ts';

const rules = { openDays: 60, noticeDays: 30 };
const told = (since: string, until: string, midterm = 18) =>
  surveillancePlan({ since, until }, midterm).map(({ task, dueOn }) => `${task} ${dueOn}`);
const openAt = (today: string, since: string, until: string, midterm = 18) =>
  openOn(today, { since, until }, midterm, rules).map(
    ({ task, slot, answerBy }) => `${task} ${slot} ${answerBy}`,
  );

describe('policies/surveillancePlan', () => {
  const plans: readonly [string, string, string, readonly string[]][] = [
    [
      'three years',
      '2026-11-24',
      '2029-11-23',
      ['declaration 2027-11-30', 'midterm 2028-05-31', 'declaration 2028-11-30'],
    ],
    [
      'the shorter period of a young one',
      '2026-11-24',
      '2028-11-23',
      ['declaration 2027-11-30', 'midterm 2028-05-31'],
    ],
    [
      'a leap day',
      '2028-02-29',
      '2031-02-27',
      ['declaration 2029-02-28', 'midterm 2029-08-31', 'declaration 2030-02-28'],
    ],
    [
      'a year that leads to a leap day',
      '2027-02-28',
      '2030-02-27',
      ['declaration 2028-02-29', 'midterm 2028-08-31', 'declaration 2029-02-28'],
    ],
    [
      'the 31st, whose half way has thirty days',
      '2026-12-31',
      '2029-12-30',
      ['declaration 2027-12-31', 'midterm 2028-06-30', 'declaration 2028-12-31'],
    ],
    [
      'a renewal that begins early: an anniversary that nearly ends it is due with the period',
      '2029-09-01',
      '2032-09-10',
      ['declaration 2030-09-30', 'midterm 2031-03-31', 'declaration 2031-09-30', 'declaration 2032-09-10'],
    ],
  ];
  for (const [name, since, until, plan] of plans)
    it(`of ${name}`, () => expect(told(since, until)).to.deep.equal(plan));

  it('has a last day in every month, whatever the day of the month', () => {
    for (let day = '2026-01-01'; day <= '2028-12-31'; day = addDays(day, 1)) {
      for (const { slot, dueOn } of surveillancePlan({ since: day, until: addDays(day, 1094) }, 18)) {
        expect(dueOn.slice(0, 7), day).to.equal(slot);
        expect(dueOn, day).to.satisfy(
          (last: string) => last === addDays(day, 1094) || addDays(last, 1).endsWith('-01'),
        );
      }
    }
  });

  const label = ['2026-11-24', '2029-11-23'] as const;
  const days: readonly [string, string, readonly string[]][] = [
    ['before its window', '2027-09-30', []],
    ['on its first day', '2027-10-01', ['declaration 2027-11 2027-11-30']],
    ['late in its window, with the least notice', '2027-11-20', ['declaration 2027-11 2027-12-20']],
    ['after three weeks of downtime', '2027-10-22', ['declaration 2027-11 2027-11-30']],
    ['after its day went by unasked', '2027-12-15', ['declaration 2027-11 2028-01-14']],
    [
      'after fourteen months of downtime: the last of a kind alone, each with notice',
      '2028-12-10',
      ['midterm 2028-05 2029-01-09', 'declaration 2028-11 2029-01-09'],
    ],
    ['in the last weeks of the period: the renewal asks', '2029-11-01', []],
  ];
  for (const [name, today, open] of days)
    it(`is open ${name}`, () => expect(openAt(today, ...label)).to.deep.equal(open));

  it('does not open the check half way twice where it falls in the month of a declaration', () => {
    expect(openAt('2027-11-01', ...label, 12)).to.deep.equal([
      'declaration 2027-11 2027-12-01',
      'midterm 2027-11 2027-12-01',
    ]);
  });
});
