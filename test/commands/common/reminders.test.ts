import { expect } from 'chai';
import { reminderOf } from '../../../src/commands/common/reminders.ts';

const leads = [120, 60, 30, 7, 0];

/** What is told with so many days left, after `told`; of something that was set a year before. */
function told(left: number, told: number | null = null, whole = 365) {
  const reminder = reminderOf({ dueAt: '2027-03-01', leads, left, whole }, told);
  return reminder && { days: reminder.days, missed: reminder.missed };
}

describe('a reminder', () => {
  it('is told at each of its days, and on no other', () => {
    const days: number[] = [];
    let last: number | null = null;
    for (let left = 365; left >= -30; left -= 1) {
      const now = told(left, last);
      if (!now) continue;
      expect(now.missed, String(left)).to.deep.equal([]);
      expect(now.days).to.equal(left);
      last = now.days;
      days.push(now.days);
    }
    expect(days).to.deep.equal(leads);
  });

  it('stands for those that were missed, once', () => {
    expect(told(6)).to.deep.equal({ days: 7, missed: [30, 60, 120] });
    expect(told(6, 60)).to.deep.equal({ days: 7, missed: [30] });
    expect(told(-3, 30)).to.deep.equal({ days: 0, missed: [7] });
    expect(told(5, 7)).to.equal(null);
  });

  it('is not told again by a clock that goes back', () => {
    for (const left of [120, 60, 30, 7]) expect(told(left, 7), String(left)).to.equal(null);
    expect(told(0, 7)).to.deep.equal({ days: 0, missed: [] });
  });

  it('never stands for a day on which the thing was not there yet', () => {
    expect(told(25, null, 25)).to.equal(null);
    expect(told(7, null, 25)).to.deep.equal({ days: 7, missed: [] });
    expect(told(31, null, 31)).to.equal(null);
    expect(told(30, null, 31)).to.deep.equal({ days: 30, missed: [] });
  });

  it('says how many days are left in truth', () => {
    expect(reminderOf({ dueAt: '2027-03-01', leads, left: 4, whole: 365 }, 30)).to.deep.equal({
      dueAt: '2027-03-01',
      days: 7,
      left: 4,
      missed: [],
    });
  });
});
