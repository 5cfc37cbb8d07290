// Budget: 7 s.
import { expect } from 'chai';
import fc from 'fast-check';
import { dayOf } from '../../src/register/day.ts';
import type { JournalRecord } from '../../src/workflow/record.ts';
import { replay } from '../../src/workflow/replay.ts';
import { chained } from './support/chained.ts';
import { circle, randomFile } from './support/randomFile.ts';
import { starts } from './support/starts.ts';
import { walkOf } from './support/walk.ts';

const tries = fc.array(
  fc.record({
    event: fc.nat(),
    people: fc.array(fc.nat({ max: circle - 1 }), { minLength: 4, maxLength: 5 }),
  }),
  { minLength: 60, maxLength: 90 },
);

describe('workflow/invariants', () => {
  it('1: nobody holds two of reviewer, rapporteur, decider and appeal member on one file', () => {
    const seen = new Set<string>();
    const check = fc.property(tries, (all) => {
      const { parts, events } = randomFile(all);
      for (const { type } of events) seen.add(type);
      for (const [id, held] of parts) expect([...held], id).length(1);
    });
    fc.assert(check, { numRuns: 120, seed: 20130424 });
    const telling = ['moderate', 'conflictFound', 'returnToEvaluation', 'recommend', 'defer', 'decide'];
    expect([...seen]).include.members([...telling, 'lodgeAppeal', 'dismissAppeal', 'upholdAppeal']);
  });

  it('2: a label becomes active with a stored certificate and an open period only', () => {
    for (const { to, event } of walkOf('label').taken.filter(({ to: { state } }) => state === 'active')) {
      const { context } = to;
      expect('certificate' in context && context.certificate).match(/^[0-9a-f]{64}$/);
      expect('until' in context && dayOf(event.at) <= context.until).equal(true);
    }
  });

  it('7: replaying the records of a file gives its stored state', () => {
    const check = fc.property(tries, (all) => {
      const { events, stored } = randomFile(all);
      const records: readonly JournalRecord[] = chained(starts.application, events);
      expect(replay('application', JSON.parse(JSON.stringify(records)))).deep.equal(stored);
    });
    fc.assert(check, { numRuns: 30, seed: 20130424 });
  });

  it('7: an event that does not follow is named by its record', () => {
    const [first, second] = [
      starts.review,
      { at: '2026-03-02T09:00:00.000Z', actor: { id: 'x', roles: [] } },
    ];
    const records = chained(first, [{ ...second, type: 'decline', reason: '' }]);
    expect(() => replay('review', records)).throw('record 2 does not follow: holdsThisReview');
  });

  it('7: a record without an event changes nothing, and a stream without a first state has none', () => {
    const records = chained(starts.label, []);
    expect(replay('label', [...records, ...records])).deep.equal(starts.label);
    expect(replay('label', [])).equal(null);
    expect(
      replay(
        'label',
        records.map((record) => ({ ...record, data: {} })),
      ),
    ).equal(null);
  });

  it('8: every refusal has its reasons and the instant until which it can be appealed', () => {
    const refusals = walkOf('application').taken.filter(({ to }) => to.state === 'refused');
    expect(refusals.map(({ event }) => event.type)).include.members(['announce', 'declareIneligible']);
    for (const { to, event } of refusals) {
      expect('outcome' in to.context && to.context.outcome).equal('refused');
      expect('dueAt' in to.context && to.context.dueAt).be.a('string');
      if (event.type === 'declareIneligible') expect(event.reason).not.empty;
    }
  });
});
