import { expect } from 'chai';
import { EntryTimes, type SeenHead } from '../../../../src/commands/transparency/audit/entryTimes.ts';

const now = new Date('2026-11-29T12:00:00Z');
/** The witnesses of a head of so many entries signed it at these instants. */
const head = (size: number, ...instants: string[]): SeenHead => ({
  size,
  root: Buffer.alloc(32),
  witnesses: instants.map((at, i) => ({ name: `witness${i}.example`, at: Date.parse(at) / 1000 })),
});
const seen = '2026-11-20T08:00:00Z';
/** Two entries behind a head that was kept, and seen on the 10th. */
const kept = head(2, '2026-11-10T08:00:00Z', '2026-11-10T09:00:00Z');

type Fault = 'entryAhead' | 'entryLate' | null;
/** Heads, and the time of each entry with what is wrong with it. */
const rows: Record<string, readonly [heads: readonly SeenHead[], ...entries: (readonly [string, Fault])[]]> =
  {
    'an entry before its witness': [[head(1, seen)], ['2026-11-20T07:59:55Z', null]],
    'an entry an hour after its witness': [[head(1, seen)], ['2026-11-20T09:00:00Z', null]],
    'an entry more than an hour after its witness': [[head(1, seen)], ['2026-11-20T09:00:01Z', 'entryAhead']],
    'an entry after the first of two witnesses': [
      [head(1, '2026-11-22T08:00:00Z', seen)],
      ['2026-11-21T08:00:00Z', 'entryAhead'],
    ],
    'an entry that a witness saw long after': [[head(1, seen)], ['2026-02-01T08:00:00Z', null]],
    'an entry without a witness': [[head(1)], ['2026-11-29T12:30:00Z', null]],
    'an entry without a witness, of a time to come': [[head(1)], ['2026-11-29T13:00:01Z', 'entryAhead']],
    'an entry of a time to come, with a witness whose clock is ahead': [
      [head(1, '2027-01-01T08:00:00Z')],
      ['2026-12-01T08:00:00Z', 'entryAhead'],
    ],
    'entries on either side of a kept head': [
      [kept, head(4, seen)],
      ['2026-11-10T08:00:00Z', null],
      ['2026-11-11T08:00:00Z', 'entryAhead'],
      ['2026-11-11T08:00:00Z', null],
      ['2026-11-11T09:00:00Z', null],
    ],
    'an entry that a kept head lacks, a day before it was seen, and longer': [
      [kept, head(4, seen)],
      ['2026-11-01T08:00:00Z', null],
      ['2026-11-01T08:00:00Z', null],
      ['2026-11-09T09:00:00Z', null],
      ['2026-11-09T08:59:59Z', 'entryLate'],
    ],
    'an entry a day before the one ahead of it, and longer': [
      [head(3, seen)],
      ['2026-11-10T08:00:00Z', null],
      ['2026-11-09T08:00:00Z', null],
      ['2026-11-09T07:59:59Z', 'entryLate'],
    ],
    'an entry behind one whose time cannot be': [
      [head(2, seen)],
      ['2036-11-10T08:00:00Z', 'entryAhead'],
      ['2026-11-10T08:00:00Z', null],
    ],
  };

describe('commands/transparency/EntryTimes', () => {
  for (const [title, [heads, ...entries]] of Object.entries(rows))
    it(`judges ${title}`, () => {
      const times = new EntryTimes(heads, now);
      const found = entries.map(([time], i) => [time, times.faultOf(i, time)]);
      expect(found).to.deep.equal(entries.map((entry) => [...entry]));
    });

  it('takes a head that is published while the log is read', () => {
    const times = new EntryTimes([head(1, seen)], now);
    expect(times.faultOf(0, '2026-11-20T08:00:00Z')).to.equal(null);
    times.addHead(head(2, '2026-11-28T08:00:00Z'));
    expect(times.faultOf(1, '2026-11-28T10:00:00Z')).to.equal('entryAhead');
  });
});
