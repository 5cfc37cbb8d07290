import { expect } from 'chai';
import fc from 'fast-check';
import type { Mark } from '../../src/criteria/assessment.ts';
import { criteriaOf } from '../../src/criteria/criteriaOf.ts';
import type { Cycle } from '../../src/criteria/scheme.ts';
import { triggersOf } from '../../src/scoring/triggers.ts';
import { fileVerdictOf, type Verdict, verdictOf } from '../../src/scoring/verdict.ts';
import { anyMarks } from '../support/samples/anyMarks.ts';
import { marksAt } from '../support/samples/marksAt.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();
const verdict = (cycle: Cycle, marks: readonly Mark[]): Verdict =>
  verdictOf(scheme, 'organisation', cycle, marks);
const offerMarks = { 'OFR-01': 2, 'OFR-02': 3, 'OFR-03': 2, 'OFR-04': 1, 'OFR-05': 2 } as const;

describe('verdictOf, the vectors of the criteria', () => {
  it('V1 every criterion at 2: 50, passes at first with a visit, not at renewal', () => {
    const marks = marksAt(scheme, 'organisation', 2);
    const first = verdict('first', marks);
    expect(first.score.themes.map((theme) => theme.points)).to.deep.equal([50, 50, 50, 50, 50, 50, 50]);
    expect(first.score.overall).to.equal(50);
    expect([first.passes, first.stage]).to.deep.equal([true, 'labelled']);
    const claimed = { organisation: marks, offers: [] };
    expect(triggersOf(scheme, { cycle: 'first', claimed, facts: {} })).to.deep.equal([
      { kind: 'nearThreshold', overall: 50, threshold: 50 },
    ]);
    const renewal = verdict('renewal', marks);
    expect([renewal.passes, renewal.overallReached, renewal.threshold]).to.deep.equal([false, false, 60]);
  });

  it('V3 all at 3 but a pay ratio of 1 to 6: 72.75, refused for the mandatory criterion', () => {
    const result = verdict('first', marksAt(scheme, 'organisation', 3, { 'LUC-03': 1 }));
    expect(result.score.themes.find((theme) => theme.theme === 'LUC')?.points).to.equal(62.5);
    expect(result.score.overall).to.equal(72.75);
    expect(result.mandatory).to.deep.equal([{ criterion: 'LUC-03', required: 2, level: 1 }]);
    expect([result.floors, result.overallReached, result.passes]).to.deep.equal([[], true, false]);
  });

  it('V4 all at 4 but the environment at 1: 89.5, refused for the floor', () => {
    const result = verdict('first', marksAt(scheme, 'organisation', 4, { ENV: 1 }));
    expect(result.score.overall).to.equal(89.5);
    expect(result.floors).to.deep.equal([{ theme: 'ENV', points: 25, floor: 30 }]);
    expect([result.mandatory, result.overallReached, result.passes]).to.deep.equal([[], true, false]);
  });

  it('V5 an offer at 2 3 2 1 2: 53.33, passes', () => {
    const result = verdictOf(scheme, 'offer', 'first', marksAt(scheme, 'offer', 0, offerMarks));
    expect(result.score.overall).to.be.closeTo(53.333, 0.001);
    expect([result.passes, result.threshold]).to.deep.equal([true, 50]);
  });
});

describe('verdictOf', () => {
  it('requires minimums of a renewal only at a renewal', () => {
    const marks = marksAt(scheme, 'organisation', 3, { 'LUC-04': 1, 'ENV-01': 0 });
    expect(verdict('first', marks).mandatory).to.deep.equal([]);
    expect(verdict('renewal', marks).mandatory).to.deep.equal([
      { criterion: 'LUC-04', required: 2, level: 1 },
      { criterion: 'ENV-01', required: 2, level: 0 },
    ]);
  });

  it('takes "not applicable" on a mandatory criterion as met where it is allowed, as open where it is not', () => {
    const marks = marksAt(scheme, 'organisation', 3, { 'LUC-03': 'na', 'FIN-01': 'na' });
    expect(verdict('first', marks).mandatory).to.deep.equal([
      { criterion: 'FIN-01', required: 2, level: null },
    ]);
    expect(verdict('first', marks).missing).to.deep.equal(['FIN-01']);
  });

  it('does not pass while a criterion has no mark', () => {
    const marks = marksAt(scheme, 'organisation', 4).filter((mark) => mark.criterion !== 'LUC-05');
    const result = verdict('first', marks);
    expect([result.complete, result.missing, result.overallReached]).to.deep.equal([false, ['LUC-05'], true]);
    expect([result.passes, result.stage]).to.deep.equal([false, 'onTheWay']);
  });

  it('refuses a score just below the threshold', () => {
    const marks = marksAt(scheme, 'organisation', 2, { 'LUC-05': 1 });
    expect(verdict('first', marks)).to.deep.include({ overallReached: false, passes: false });
  });

  it('is exemplary only when every theme is high', () => {
    expect(verdict('renewal', marksAt(scheme, 'organisation', 3)).stage).to.equal('exemplary');
    const uneven = marksAt(scheme, 'organisation', 4, { ENV: 2 });
    expect([verdict('renewal', uneven).score.overall, verdict('renewal', uneven).stage]).to.deep.equal([
      93,
      'labelled',
    ]);
    expect(verdict('first', marksAt(scheme, 'organisation', 2)).stage).to.equal('labelled');
  });

  it('decides on exact fractions: thirds that add up to a threshold reach it', () => {
    const rules = criteriaOf(scheme, 'organisation');
    /** Whether the overall score reaches `threshold`, in whole numbers. */
    const exactly = (marks: readonly Mark[], threshold: bigint): boolean => {
      let [top, bottom, weights] = [0n, 1n, 0n];
      for (const theme of scheme.themes.filter(({ scope }) => scope === 'organisation')) {
        let [earned, max] = [0n, 0n];
        for (const { id, weight } of rules.filter((rule) => rule.theme === theme.id)) {
          const level = marks.find((mark) => mark.criterion === id)?.level;
          if (level === 'na' || level === undefined) continue;
          earned += BigInt(weight * level);
          max += BigInt(4 * weight);
        }
        if (max === 0n) continue;
        top = top * max + BigInt(theme.weight) * 100n * earned * bottom;
        bottom *= max;
        weights += BigInt(theme.weight);
      }
      return top >= threshold * bottom * weights;
    };
    let onTheLine = 0;
    fc.assert(
      fc.property(anyMarks(scheme, 'organisation'), fc.integer({ min: 30, max: 70 }), (marks, overall) => {
        const { organisation } = scheme.thresholds;
        const first = { ...organisation.first, overall };
        const rule = {
          ...scheme,
          thresholds: { ...scheme.thresholds, organisation: { ...organisation, first } },
        };
        const reached = verdictOf(rule, 'organisation', 'first', marks).overallReached;
        expect(reached).to.equal(exactly(marks, BigInt(overall)));
      }),
    );
    // All at 2 with a theme re-based in sevenths and thirds: exactly 50.
    for (const out of rules.filter((rule) => rule.na)) {
      const marks = marksAt(scheme, 'organisation', 2, { [out.id]: 'na' });
      expect(exactly(marks, 50n)).to.equal(true);
      expect(verdict('first', marks).overallReached).to.equal(true);
      onTheLine += 1;
    }
    expect(onTheLine).to.be.greaterThan(10);
  });
});

describe('fileVerdictOf', () => {
  const bread = { offerId: 'bread', marks: marksAt(scheme, 'offer', 2) };
  const bike = { offerId: 'bike', marks: marksAt(scheme, 'offer', 3, { 'OFR-03': 1 }) };

  it('labels each passing offer independently', () => {
    const organisation = marksAt(scheme, 'organisation', 2);
    const result = fileVerdictOf(scheme, 'first', { organisation, offers: [bread, bike] });
    expect(result.labelledOffers).to.deep.equal(['bread']);
    expect(result.offers.map(({ offerId, verdict: { passes } }) => [offerId, passes])).to.deep.equal([
      ['bread', true],
      ['bike', false],
    ]);
    expect(result.offers[1]?.verdict.mandatory).to.deep.equal([
      { criterion: 'OFR-03', required: 2, level: 1 },
    ]);
  });

  it('labels no offer while the organisation does not pass', () => {
    const organisation = marksAt(scheme, 'organisation', 1);
    const result = fileVerdictOf(scheme, 'first', { organisation, offers: [bread] });
    expect(result.labelledOffers).to.deep.equal([]);
    expect(result.offers[0]?.verdict.passes).to.equal(true);
  });
});
