import { expect } from 'chai';
import fc from 'fast-check';
import type { Mark } from '../../src/criteria/assessment.ts';
import { criteriaOf } from '../../src/criteria/criteriaOf.ts';
import type { Level } from '../../src/criteria/scheme.ts';
import { scoreOf } from '../../src/scoring/score.ts';
import { anyMarks } from '../support/samples/anyMarks.ts';
import { marksAt } from '../support/samples/marksAt.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();
const score = (marks: readonly Mark[]): ReturnType<typeof scoreOf> => scoreOf(scheme, 'organisation', marks);
const points = (marks: readonly Mark[], theme: string): number | null =>
  score(marks).themes.find((found) => found.theme === theme)?.points ?? null;

/** The same marks with one criterion at another level. */
const withLevel = (marks: readonly Mark[], criterion: string, level: Level | 'na'): Mark[] => [
  ...marks.filter((mark) => mark.criterion !== criterion),
  { criterion, level },
];

describe('scoreOf', () => {
  it('weighs criteria inside a theme and themes inside the whole', () => {
    const marks = marksAt(scheme, 'organisation', 3, { 'LUC-03': 1 });
    expect(points(marks, 'LUC')).to.equal(62.5);
    expect(points(marks, 'FIN')).to.equal(75);
    expect(score(marks).overall).to.equal(72.75);
  });

  it('counts a criterion without a mark as level 0 and says how many are marked', () => {
    const marks: Mark[] = [
      { criterion: 'FIN-01', level: 4 },
      { criterion: 'FIN-04', level: 'na' },
    ];
    const fin = score(marks).themes[0];
    expect(fin).to.deep.include({ theme: 'FIN', criteria: 4, marked: 2, na: 1 });
    expect(fin?.points).to.be.closeTo((100 * 4 * 4) / (4 * 9), 1e-9);
    expect(score([]).overall).to.equal(0);
  });

  it('re-bases a theme on its applicable criteria', () => {
    const marks = marksAt(scheme, 'organisation', 2, { 'COO-01': 'na', 'COO-02': 'na', 'COO-05': 4 });
    // Left: COO-03 (1), COO-04 (2), COO-05 (2).
    expect(points(marks, 'COO')).to.equal((100 * (1 * 2 + 2 * 2 + 2 * 4)) / (4 * 5));
  });

  it('does not accept "not applicable" where the rule forbids it', () => {
    const marks = marksAt(scheme, 'organisation', 2, { 'FIN-01': 'na' });
    expect(points(marks, 'FIN')).to.be.closeTo((100 * (3 + 2 + 2) * 2) / (4 * 11), 1e-9);
  });

  it('drops a theme without applicable criteria and redistributes its weight', () => {
    const open = { ...scheme, criteria: scheme.criteria.map((rule) => ({ ...rule, na: true })) };
    const marks = marksAt(open, 'organisation', 2, { TRV: 'na', FIN: 4 });
    const result = scoreOf(open, 'organisation', marks);
    expect(result.themes.find(({ theme }) => theme === 'TRV')).to.deep.include({
      points: null,
      share: 0,
      na: 5,
    });
    expect(result.overall).to.be.closeTo((12 * 100 + 72 * 50) / 84, 1e-9);
    expect(result.themes.reduce((sum, theme) => sum + theme.share, 0)).to.be.closeTo(1, 1e-12);
    expect(scoreOf(open, 'organisation', marksAt(open, 'organisation', 'na')).overall).to.equal(null);
  });

  it('stays within 0 and 100', () => {
    fc.assert(
      fc.property(anyMarks(scheme, 'organisation', true), (marks) => {
        const result = score(marks);
        for (const value of [result.overall, ...result.themes.map((theme) => theme.points)]) {
          if (value !== null) expect(value).to.be.within(0, 100);
        }
      }),
    );
  });

  it('never falls when a level rises', () => {
    const rising = fc.tuple(
      anyMarks(scheme, 'organisation', true),
      fc.constantFrom(...criteriaOf(scheme, 'organisation').map((rule) => rule.id)),
      fc.constantFrom<Level>(0, 1, 2, 3),
    );
    fc.assert(
      fc.property(rising, ([marks, criterion, level]) => {
        const low = score(withLevel(marks, criterion, level));
        const high = score(withLevel(marks, criterion, (level + 1) as Level));
        expect(high.overall ?? 0).to.be.greaterThan(low.overall ?? 0);
        high.themes.forEach((theme, i) => {
          expect(theme.points ?? 0).to.be.at.least(low.themes[i]?.points ?? 0);
        });
      }),
    );
  });

  it('keeps the relative weights in a theme, whatever is not applicable', () => {
    const optional = criteriaOf(scheme, 'organisation').filter((rule) => rule.na);
    const cases = fc.tuple(anyMarks(scheme, 'organisation'), fc.constantFrom(...optional));
    /** Points that one more level adds to each other criterion of the theme. */
    const gains = (marks: readonly Mark[], theme: string, without: string): number[] =>
      criteriaOf(scheme, 'organisation')
        .filter((rule) => rule.theme === theme && rule.id !== without)
        .map((rule) => {
          const at = (level: Level): number => points(withLevel(marks, rule.id, level), theme) ?? 0;
          return at(3) - at(2);
        });
    fc.assert(
      fc.property(cases, ([marks, { id, theme }]) => {
        const other = scheme.criteria.filter((rule) => rule.theme === theme && rule.id !== id);
        const all = other.reduce<Mark[]>((sum, rule) => withLevel(sum, rule.id, 2), [...marks]);
        const [counted, out] = [
          gains(withLevel(all, id, 2), theme, id),
          gains(withLevel(all, id, 'na'), theme, id),
        ];
        const ratio = (out[0] ?? 0) / (counted[0] ?? 1);
        expect(ratio).to.be.greaterThan(1);
        counted.forEach((gain, i) => {
          expect((out[i] ?? 0) / gain).to.be.closeTo(ratio, 1e-9);
        });
      }),
    );
  });

  it('does not depend on the order of the marks', () => {
    const shuffled = anyMarks(scheme, 'organisation', true).chain((marks) =>
      fc.tuple(fc.constant(marks), fc.shuffledSubarray(marks, { minLength: marks.length })),
    );
    fc.assert(
      fc.property(shuffled, ([marks, other]) => {
        expect(score(other)).to.deep.equal(score(marks));
      }),
    );
  });
});
