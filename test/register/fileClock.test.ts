import { expect } from 'chai';
import fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/register/calendar.ts';
import { addDays } from '../../src/register/day.ts';
import { type AnswerTime, fileClock } from '../../src/register/fileClock.ts';

const noon = (day: string) => `${day}T11:00:00.000Z`;
const turn = (asked: string, answered: string | null, due = '2026-12-31'): AnswerTime => ({
  askedAt: noon(asked),
  answeredAt: answered === null ? null : noon(answered),
  dueAt: `${due}T21:59:59.000Z`,
});
const clock = (
  submitted: string,
  answerTimes: AnswerTime[],
  now: string,
  at: 'geneva' | 'nyon' | 'genevois' | null = null,
) => fileClock({ submittedAt: noon(submitted), answerTimes, at }, noon(now));

describe('the working days of a region', () => {
  it('have the holidays of the canton or the country there, and those of Geneva elsewhere', () => {
    const closed = (day: string) =>
      (['geneva', 'nyon', 'genevois', 'elsewhere', null] as const).filter((at) => !isWorkingDay(day, at));
    expect(closed('2026-09-10'), 'Jeûne genevois').to.deep.equal(['geneva', 'elsewhere', null]);
    expect(closed('2026-09-21'), 'Lundi du Jeûne').to.deep.equal(['nyon']);
    expect(closed('2026-07-14'), 'Fête nationale').to.deep.equal(['genevois']);
    expect(closed('2026-12-25')).to.have.length(5);
  });

  it('exclude the holidays of its region from an answer’s time', () => {
    expect(addWorkingDays('2026-07-13', 1, 'genevois')).to.equal('2026-07-15');
    expect(addWorkingDays('2026-07-13', 1)).to.equal('2026-07-14');
    expect(addWorkingDays('2026-09-18', 1, 'nyon')).to.equal('2026-09-22');
  });

  it('are subtracted as they are added', () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n));
    const regions = fc.constantFrom('geneva', 'nyon', 'genevois', null);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), regions, (from, count, at) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count, at), at)).to.equal(count);
      }),
    );
  });
});

describe('the clock of a file', () => {
  it('counts working days from the day after the file was sent', () => {
    expect(clock('2026-11-02', [], '2026-11-02')).to.deep.equal({ scheme: 0, applicant: 0, paused: null });
    expect(clock('2026-11-02', [], '2026-11-09')).to.deep.equal({ scheme: 5, applicant: 0, paused: null });
  });

  it('stops while it is the applicant’s turn, and says since when, until when and for how long', () => {
    const asked = turn('2026-11-04', null, '2026-12-02');
    expect(clock('2026-11-02', [asked], '2026-11-11')).to.deep.equal({
      scheme: 2,
      applicant: 5,
      paused: { since: '2026-11-04', until: '2026-12-02', left: 15 },
    });
    const late = clock('2026-11-02', [asked], '2027-03-01');
    expect([late.scheme, late.paused?.left]).to.deep.equal([2, 0]);
  });

  it('resumes after the answer, over several rounds', () => {
    const rounds = [turn('2026-11-04', '2026-11-11'), turn('2026-11-13', '2026-11-16')];
    expect(clock('2026-11-02', rounds, '2026-11-17')).to.deep.equal({
      scheme: 5,
      applicant: 6,
      paused: null,
    });
  });

  it('skips weekends for both sides', () => {
    expect(clock('2026-11-06', [turn('2026-11-07', '2026-11-08')], '2026-11-09')).to.deep.equal({
      scheme: 1,
      applicant: 0,
      paused: null,
    });
  });

  it('handles a question on a holiday, and uses the holidays of each side', () => {
    // 10 September is a holiday in Geneva alone, 21 September in Vaud alone.
    const asked = [turn('2026-09-10', null, '2026-10-09')];
    const { scheme, applicant } = clock('2026-09-09', asked, '2026-09-22', 'nyon');
    expect([scheme, applicant]).to.deep.equal([0, 7]);
    expect(clock('2026-09-09', asked, '2026-09-22').applicant).to.equal(8);
  });

  it('uses the day in Geneva, in summer, winter and on the nights between', () => {
    const at = (submittedAt: string, now: string) =>
      fileClock({ submittedAt, answerTimes: [], at: null }, now).scheme;
    // 00:30 in Geneva is the evening before in UTC, one hour earlier in summer.
    expect(at('2026-10-22T22:30:00.000Z', '2026-10-23T12:00:00.000Z'), 'sent on the 23rd').to.equal(0);
    expect(at('2026-10-26T22:30:00.000Z', '2026-10-27T12:00:00.000Z'), 'sent on the 26th').to.equal(1);
    expect(at('2026-10-23T10:00:00.000Z', '2026-10-26T10:00:00.000Z'), 'over the turn to winter').to.equal(1);
    expect(at('2026-03-27T10:00:00.000Z', '2026-03-30T10:00:00.000Z'), 'over the turn to summer').to.equal(1);
  });
});
