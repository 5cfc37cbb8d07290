import { expect } from 'chai';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { chain, firstBreak, genesis, type JournalRecord } from '../../src/workflow/record.ts';
import { chained } from './support/chained.ts';
import { starts } from './support/starts.ts';

const events: readonly WorkflowEvent[] = [1, 2, 3].map((day) => ({
  type: 'withdraw',
  at: `2026-03-0${day}T09:00:00.000Z`,
  actor: { id: 'owner', roles: ['owner'] },
}));
const records = chained(starts.application, events);
const head = { seq: 4, hash: records[3]?.hash ?? '' };

/** The same lines with one of them changed by `change`. */
function changed(seq: number, change: (record: JournalRecord) => JournalRecord): readonly JournalRecord[] {
  return records.map((record) => (record.seq === seq ? change(record) : record));
}

function rehashed({ hash: _, ...line }: JournalRecord, change: Partial<JournalRecord>): JournalRecord {
  return chain({ ...line, ...change });
}

function without(seq: number): readonly JournalRecord[] {
  return records.filter((record) => record.seq !== seq);
}

function renumbered(lines: readonly JournalRecord[]): readonly JournalRecord[] {
  return lines.map((line, i) => rehashed(line, { seq: i + 1 }));
}

describe('workflow/record', () => {
  it('holds from genesis to its head, also after JSON with reordered keys', () => {
    expect(records[0]?.previous).equal(genesis);
    expect(firstBreak(records, head)).equal(null);
    const turned = records.map((record) => Object.fromEntries(Object.entries(record).reverse()));
    expect(firstBreak(JSON.parse(JSON.stringify(turned)), head)).equal(null);
    expect(firstBreak([], { seq: 0, hash: genesis })).equal(null);
  });

  const told: Readonly<Record<keyof JournalRecord, unknown>> = {
    id: 'other',
    stream: 'specimens/2',
    seq: 7,
    at: '2020-01-01T00:00:00.000Z',
    actor: { id: 'another', roles: ['owner'] },
    event: null,
    facts: ['application.granted'],
    data: { added: true },
    previous: 'f'.repeat(64),
    hash: 'f'.repeat(64),
  };
  const why: Readonly<Record<string, string>> = { seq: 'missing', previous: 'unchained' };
  for (const [part, value] of Object.entries(told)) {
    it(`detects a changed ${part}, at its line, in every line`, () => {
      for (const { seq } of records) {
        const lines = changed(seq, (record) => ({ ...record, [part]: value }));
        const differs = JSON.stringify(lines) !== JSON.stringify(records);
        expect(differs || part === 'event', `${part} ${seq}`).equal(true);
        if (differs) expect(firstBreak(lines, head)).deep.equal({ seq, why: why[part] ?? 'changed' });
      }
    });
  }

  it('detects a line changed and hashed again, at the next line or at the head', () => {
    const forged = (seq: number) => changed(seq, (record) => rehashed(record, { data: { forged: true } }));
    expect(firstBreak(forged(1), head)).deep.equal({ seq: 2, why: 'unchained' });
    expect(firstBreak(forged(3), head)).deep.equal({ seq: 4, why: 'unchained' });
    expect(firstBreak(forged(4), head)).deep.equal({ seq: 4, why: 'headDiffers' });
  });

  it('detects a removed line: first, middle, last, all', () => {
    expect(firstBreak(without(1), head)).deep.equal({ seq: 1, why: 'missing' });
    expect(firstBreak(without(3), head)).deep.equal({ seq: 3, why: 'missing' });
    expect(firstBreak(without(4), head)).deep.equal({ seq: 3, why: 'missing' });
    expect(firstBreak([], head)).deep.equal({ seq: 0, why: 'missing' });
  });

  it('detects a removed line when the others are renumbered and hashed again', () => {
    expect(firstBreak(renumbered(without(1)), head)).deep.equal({ seq: 1, why: 'unchained' });
    expect(firstBreak(renumbered(without(3)), head)).deep.equal({ seq: 3, why: 'unchained' });
  });

  it('detects inserted, appended and reordered lines', () => {
    const [first, second, third, fourth] = records;
    if (!first || !second || !third || !fourth) throw new Error('four lines');
    expect(firstBreak([first, second, second, third, fourth], head)).deep.equal({ seq: 3, why: 'missing' });
    expect(firstBreak([first, third, second, fourth], head)).deep.equal({ seq: 2, why: 'missing' });
    expect(firstBreak(renumbered([first, third, second, fourth]), head)).deep.equal({
      seq: 2,
      why: 'unchained',
    });
    const added = rehashed(fourth, { seq: 5, previous: fourth.hash });
    expect(firstBreak([...records, added], head)).deep.equal({ seq: 5, why: 'missing' });
  });

  it('detects a whole chain replaced by another valid one', () => {
    const other = chained(starts.application, [...events].reverse());
    expect(firstBreak(other, { seq: 4, hash: other[3]?.hash ?? '' })).equal(null);
    expect(firstBreak(other, head)).deep.equal({ seq: 4, why: 'headDiffers' });
  });
});
