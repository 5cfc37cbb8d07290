import { expect } from 'chai';
import fc from 'fast-check';
import type { Level } from '../../src/criteria/scheme.ts';
import type { Agreement, Rating } from '../../src/scoring/agreement.ts';
import { krippendorffAlpha } from '../../src/scoring/krippendorffAlpha.ts';
import { weightedKappa } from '../../src/scoring/weightedKappa.ts';

const levels: readonly Level[] = [0, 1, 2, 3, 4];
const rating = fc.constantFrom<Rating>(...levels, 'na', null);
const somePairs = fc.array(fc.tuple(rating, rating), { maxLength: 30 });
const someUnits = fc.array(fc.array(rating, { maxLength: 5 }), { maxLength: 30 });

/** The pairs of a table of counts: first rater in rows, second in columns. */
const pairsOf = (table: readonly (readonly number[])[]): [Level, Level][] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array<[Level, Level]>(count).fill([first as Level, second as Level])),
  );
const numberIn = (agreement: Agreement) => agreement.value ?? Number.NaN;
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
const isClose = (one: Agreement, other: Agreement) => {
  if (one.value === null || other.value === null) expect(one).to.deep.equal(other);
  else expect(one.value).to.be.closeTo(other.value, 1e-9);
};
const isNumberOrReason = (agreement: Agreement) => {
  if (agreement.value === null) expect(agreement.why).to.match(/^(noPairs|oneUnit|noVariation)$/);
  else expect(Number.isFinite(agreement.value) && agreement.value <= 1).to.equal(true);
};

describe('weightedKappa', () => {
  it('gives the published values', () => {
    // Cohen 1968, table 1: 200 diagnoses of two judges, with his own weights; printed as .348.
    const diagnoses = pairsOf([
      [88, 10, 2],
      [14, 40, 6],
      [18, 10, 12],
    ]);
    const gravity = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    const judged = weightedKappa(diagnoses, (a, b) => gravity[a]?.[b] ?? Number.NaN);
    expect(numberIn(judged)).to.be.closeTo(0.348, 0.0005);
    // Two radiologists on 85 xeromammograms (Boyd et al. 1982, in the Stata manual under "kappa", weights w2): .6714.
    const radiologists = pairsOf([
      [21, 12, 0, 0],
      [4, 17, 1, 0],
      [3, 9, 15, 2],
      [0, 0, 0, 1],
    ]);
    expect(numberIn(weightedKappa(radiologists))).to.be.closeTo(0.6714, 0.00005);
    // Raters 2 and 3 of the data "anxiety" of the R package irr, squared weights on the five values that occur: .2520325.
    const anxiety = [
      [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
      [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ].map((rater) => rater.map((value) => [1, 2, 3, 4, 6].indexOf(value) as Level));
    const [second = [], third = []] = anxiety;
    const irr = weightedKappa(second.map((level, i) => [level, third[i] ?? null]));
    expect(numberIn(irr)).to.be.closeTo(0.2520325, 0.00000005);
  });

  it('excludes what is not applicable or missing for one of the two', () => {
    const pairs: [Rating, Rating][] = [
      [0, 0],
      [4, 3],
      [2, 2],
    ];
    const missing: [Rating, Rating][] = [
      ['na', 4],
      [0, null],
      ['na', 'na'],
    ];
    isClose(weightedKappa([...pairs, ...missing]), weightedKappa(pairs));
  });

  it('returns a reason instead of a number when there is nothing to compare', () => {
    expect(weightedKappa([])).to.deep.equal({ value: null, why: 'noPairs' });
    expect(weightedKappa([['na', 2]])).to.deep.equal({ value: null, why: 'noPairs' });
    expect(weightedKappa([[1, 3]])).to.deep.equal({ value: null, why: 'oneUnit' });
    const same = Array<[Rating, Rating]>(9).fill([2, 2]);
    expect(weightedKappa(same)).to.deep.equal({ value: null, why: 'noVariation' });
    // Each of one mind, but not of the same: chance alone would give just this.
    expect(weightedKappa(Array<[Rating, Rating]>(9).fill([2, 3]))).to.deep.equal({ value: 0 });
  });

  it('is 1 for full agreement, symmetric, independent of order, and never NaN', () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const kappa = weightedKappa(pairs);
        isNumberOrReason(kappa);
        isClose(weightedKappa(pairs.map(([first, second]) => [second, first])), kappa);
        const same = weightedKappa(pairs.map(([first]) => [first, first]));
        if (same.value !== null) expect(same.value).to.equal(1);
      }),
    );
    fc.assert(
      fc.property(
        somePairs.chain((pairs) => fc.tuple(fc.constant(pairs), shuffled(pairs))),
        ([pairs, other]) => isClose(weightedKappa(other), weightedKappa(pairs)),
      ),
    );
  });
});

describe('krippendorffAlpha', () => {
  /** Four observers, twelve units (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section E); 0 is missing. */
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ];
  const units = (observers[0] ?? []).map((_, unit) =>
    observers.map((values) => (values[unit] === 0 ? null : (values[unit] ?? 0) - 1) as Rating),
  );

  it('gives the published values', () => {
    expect(numberIn(krippendorffAlpha(units))).to.be.closeTo(0.815, 0.0005);
    const nominal = krippendorffAlpha(units, (a, b) => (a === b ? 0 : 1));
    expect(numberIn(nominal)).to.be.closeTo(0.743, 0.0005);
    expect(numberIn(krippendorffAlpha(units, (a, b) => (a - b) ** 2))).to.be.closeTo(0.849, 0.0005);
    // Two observers, ten units, two values (the same paper, section A): .095.
    const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0] as const;
    const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0] as const;
    const binary = first.map((level, i) => [level, second[i] ?? null]);
    expect(numberIn(krippendorffAlpha(binary))).to.be.closeTo(0.095, 0.0005);
  });

  it('counts units that are alike as often as they are there', () => {
    const alike: Rating[][] = [[1, 2], [3, 3, 'na'], [0, 4], [2]];
    const times = [3, 2, 1, 5];
    const each = alike.flatMap((unit, i) => Array(times[i]).fill(unit) as Rating[][]);
    isClose(krippendorffAlpha(alike, undefined, times), krippendorffAlpha(each));
    isClose(krippendorffAlpha(alike, undefined, [3, 2, 0, 5]), krippendorffAlpha(each.toSpliced(5, 1)));
  });

  it('excludes units with fewer than two levels, and treats “not applicable” as missing', () => {
    const missing: Rating[][] = [[], [3], ['na', 4], [null, 'na', 0]];
    isClose(krippendorffAlpha([...units, ...missing]), krippendorffAlpha(units));
  });

  it('returns a reason instead of a number when there is nothing to compare', () => {
    expect(krippendorffAlpha([])).to.deep.equal({ value: null, why: 'noPairs' });
    expect(krippendorffAlpha([['na', 'na'], [2], []])).to.deep.equal({ value: null, why: 'noPairs' });
    expect(krippendorffAlpha([[1, 3], [2]])).to.deep.equal({ value: null, why: 'oneUnit' });
    expect(krippendorffAlpha(Array(9).fill([4, 4]))).to.deep.equal({ value: null, why: 'noVariation' });
  });

  it('is 1 for full agreement, independent of raters and order, and never NaN', () => {
    fc.assert(
      fc.property(someUnits, (rated) => {
        const alpha = krippendorffAlpha(rated);
        isNumberOrReason(alpha);
        isClose(krippendorffAlpha(rated.map((unit) => [...unit].reverse())), alpha);
        const same = krippendorffAlpha(rated.map(([level = null]) => [level, level]));
        if (same.value !== null) expect(same.value).to.equal(1);
      }),
    );
    fc.assert(
      fc.property(
        someUnits.chain((rated) => fc.tuple(fc.constant(rated), shuffled(rated))),
        ([rated, other]) => isClose(krippendorffAlpha(other), krippendorffAlpha(rated)),
      ),
    );
  });
});
