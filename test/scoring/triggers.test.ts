import { expect } from 'chai';
import type { Facts, Mark, Marks } from '../../src/criteria/assessment.ts';
import { type Trigger, type TriggerInput, triggersOf } from '../../src/scoring/triggers.ts';
import { marksAt } from '../support/samples/marksAt.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();
const file = (organisation: readonly Mark[], offers: Marks['offers'] = []): Marks => ({
  organisation,
  offers,
});
const level3 = file(marksAt(scheme, 'organisation', 3));
const triggers = (input: Partial<TriggerInput>): Trigger[] =>
  triggersOf(scheme, { cycle: 'first', claimed: level3, facts: {}, ...input });
const kinds = (input: Partial<TriggerInput>): string[] => triggers(input).map(({ kind }) => kind);

describe('triggersOf', () => {
  it('returns none for an even file far above the threshold', () => {
    expect(kinds({ reviewed: level3, factsBefore: {}, ticket: 0.1 })).to.deep.equal([]);
  });

  it('returns a score less than ten points above the threshold, not below it', () => {
    const level2 = file(marksAt(scheme, 'organisation', 2));
    expect(triggers({ claimed: level2 })).to.deep.equal([
      { kind: 'nearThreshold', overall: 50, threshold: 50 },
    ]);
    expect(kinds({ claimed: level2, cycle: 'renewal' })).to.deep.equal([]);
    const wider = { ...scheme, reviewTriggers: { ...scheme.reviewTriggers, pointsAboveThreshold: 25 } };
    expect(triggersOf(wider, { cycle: 'first', claimed: level3, facts: {} })).to.deep.equal([]);
  });

  it('uses the reviewed score once there is one', () => {
    const level2 = file(marksAt(scheme, 'organisation', 2));
    expect(kinds({ reviewed: level2 })).to.deep.equal(['nearThreshold', 'selfReview']);
  });

  it('returns a fifth of the criteria reviewed differently from the claim', () => {
    const apart = (n: number): Marks =>
      file(level3.organisation.map((mark, i) => (i < n ? { ...mark, level: 4 } : mark)));
    expect(kinds({ reviewed: apart(5) })).to.deep.equal([]);
    const [found] = triggers({ reviewed: apart(6) });
    expect(found).to.deep.equal({
      kind: 'selfReview',
      share: 0.2,
      criteria: ['FIN-01', 'FIN-02', 'FIN-03', 'FIN-04', 'LUC-01', 'LUC-02'],
    });
  });

  it('counts offers and "not applicable" in that share, and no unreviewed criterion', () => {
    const offers = (level: 2 | 3): Marks['offers'] => [
      { offerId: 'bread', marks: marksAt(scheme, 'offer', level) },
    ];
    const claimed = file(level3.organisation, offers(3));
    const reviewed = file(marksAt(scheme, 'organisation', 3, { 'FIN-04': 'na', 'TRV-05': 'na' }), offers(2));
    const [found] = triggers({ claimed, reviewed });
    expect(found).to.deep.include({ kind: 'selfReview', share: 7 / 35 });
    expect(kinds({ claimed, reviewed: file(level3.organisation) })).to.deep.equal([]);
    expect(kinds({ claimed: level3, reviewed: file([]) })).to.deep.equal(['themeGap'].slice(1));
    expect(kinds({ claimed: level3, reviewed: file(level3.organisation, offers(2)) })).to.deep.equal([]);
  });

  it('returns themes fifty points apart', () => {
    const marks = file(marksAt(scheme, 'organisation', 4, { ENV: 2 }));
    expect(triggers({ claimed: marks })).to.deep.equal([
      { kind: 'themeGap', high: 'FIN', low: 'ENV', gap: 50 },
    ]);
    expect(kinds({ claimed: file(marksAt(scheme, 'organisation', 4, { ENV: 3 })) })).to.deep.equal([]);
  });

  it('skips themes without applicable criteria', () => {
    const open = { ...scheme, criteria: scheme.criteria.map((rule) => ({ ...rule, na: true })) };
    const claimed = file(marksAt(open, 'organisation', 'na'));
    expect(triggersOf(open, { cycle: 'first', claimed, facts: {} })).to.deep.equal([]);
  });

  it('returns a figure changed by more than thirty per cent in a year', () => {
    const factsBefore: Facts = { F01: 10, F02: 10, F03: 0, F04: 0, F06: -100, F08: 5, O01: 1 };
    const facts: Facts = { F01: 13, F02: 13.1, F03: 0, F04: 1, F06: -20, F09: 5, O01: 9 };
    expect(triggers({ facts, factsBefore })).to.deep.equal([
      { kind: 'factChange', fact: 'F02', before: 10, after: 13.1 },
      { kind: 'factChange', fact: 'F04', before: 0, after: 1 },
      { kind: 'factChange', fact: 'F06', before: -100, after: -20 },
    ]);
    expect(kinds({ facts })).to.deep.equal([]);
  });

  it('draws one file in ten, by its ticket', () => {
    expect(kinds({ ticket: 0.0999 })).to.deep.equal(['drawn']);
    expect(kinds({ ticket: 0.1 })).to.deep.equal([]);
    expect(kinds({})).to.deep.equal([]);
  });
});
