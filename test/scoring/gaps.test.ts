import { expect } from 'chai';
import fc from 'fast-check';
import type { Mark } from '../../src/criteria/assessment.ts';
import { type Gap, gapsOf } from '../../src/scoring/gaps.ts';
import type { Way } from '../../src/scoring/raise.ts';
import { scoreOf } from '../../src/scoring/score.ts';
import { verdictOf } from '../../src/scoring/verdict.ts';
import { anyMarks } from '../support/samples/anyMarks.ts';
import { marksAt } from '../support/samples/marksAt.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();
const gaps = (marks: readonly Mark[]): Gap[] => gapsOf(scheme, 'organisation', 'first', marks);
const named = (way: Way): string[] => way.map((raise) => `${raise.criterion} ${raise.from}→${raise.to}`);
const follow = (marks: readonly Mark[], way: Way): Mark[] => [
  ...marks.filter((mark) => !way.some((raise) => raise.criterion === mark.criterion)),
  ...way.map((raise) => ({ criterion: raise.criterion, level: raise.to })),
];

describe('gapsOf', () => {
  it('returns nothing when the label is reached', () => {
    expect(gaps(marksAt(scheme, 'organisation', 2))).to.deep.equal([]);
    expect(gapsOf(scheme, 'offer', 'first', marksAt(scheme, 'offer', 2))).to.deep.equal([]);
  });

  it('returns the missing points of a theme and the raises that suffice, nearest first', () => {
    const gap = gaps(marksAt(scheme, 'organisation', 3, { ENV: 1 }))[0];
    expect(gap).to.deep.include({ kind: 'floor', theme: 'ENV', points: 25, floor: 30, missing: 5 });
    expect(gap?.ways.map(named)).to.deep.equal([['ENV-01 1→2'], ['ENV-05 1→2'], ['ENV-03 1→2']]);
    expect(gap?.ways[0]?.[0]?.points).to.be.closeTo(75 / 9, 1e-9);
  });

  it('returns the lowest sufficient level', () => {
    const marks = marksAt(scheme, 'organisation', 3, { ENV: 0, 'ENV-01': 1 });
    const gap = gaps(marks)[0];
    expect(gap).to.deep.include({ kind: 'floor', theme: 'ENV' });
    expect(gap?.ways.map(named)).to.deep.equal([
      ['ENV-01 1→2', 'ENV-05 0→1', 'ENV-03 0→1', 'ENV-04 0→1'],
      ['ENV-01 1→4'],
      ['ENV-05 0→4'],
    ]);
  });

  it('combines small raises before a large one, and a single raise where none suffices', () => {
    const [floor] = gaps(marksAt(scheme, 'organisation', 4, { ENV: 0 }));
    expect(floor?.ways.map(named)).to.deep.equal([
      ['ENV-01 0→2', 'ENV-05 0→1', 'ENV-03 0→1', 'ENV-04 0→1'],
      ['ENV-01 0→4'],
    ]);
    const low = gaps(marksAt(scheme, 'organisation', 2, { TRA: 0, 'TRA-01': 2, FIN: 1, 'FIN-01': 2 }));
    const overall = low.find((gap) => gap.kind === 'overall');
    expect(overall?.ways).to.have.length(1);
    expect(overall?.ways[0]?.length).to.be.greaterThan(1);
  });

  it('orders mandatory criteria first, then floors, then the overall score', () => {
    const found = gaps(marksAt(scheme, 'organisation', 2, { 'LUC-03': 1, 'FIN-01': 0, ENV: 1 }));
    expect(found.map((gap) => gap.kind)).to.deep.equal(['mandatory', 'mandatory', 'floor', 'overall']);
    const [purpose, pay] = found;
    expect(purpose).to.deep.include({ criterion: 'FIN-01', level: 0, required: 2 });
    expect(purpose?.ways.map(named)).to.deep.equal([['FIN-01 0→2']]);
    expect(purpose?.ways[0]?.[0]?.points).to.be.closeTo((12 * 100 * 4 * 2) / (100 * 4 * 11), 1e-9);
    expect(pay?.ways.map(named)).to.deep.equal([['LUC-03 1→2']]);
  });

  it('raises no criterion that is not applicable or at its top, and starts from no mark', () => {
    const marks = marksAt(scheme, 'organisation', 4, { COO: 'na', 'COO-05': 1 }).filter(
      (mark) => mark.criterion !== 'FIN-01',
    );
    const found = gaps(marks);
    expect(found.map((gap) => gap.ways.map(named))).to.deep.equal([[['FIN-01 null→2']], [['COO-05 1→2']]]);
  });

  it('returns no raise where nothing is applicable', () => {
    const open = { ...scheme, criteria: scheme.criteria.map((rule) => ({ ...rule, na: true })) };
    expect(gapsOf(open, 'organisation', 'first', marksAt(open, 'organisation', 'na'))).to.deep.equal([
      { kind: 'overall', points: null, threshold: 50, missing: 50, ways: [] },
    ]);
  });

  it('closes each gap by each of its raises, with the points it states', () => {
    fc.assert(
      fc.property(anyMarks(scheme, 'organisation', true), (marks) => {
        for (const gap of gaps(marks)) {
          expect(gap.ways).not.to.deep.equal([]);
          for (const way of gap.ways) {
            const after = follow(marks, way);
            const verdict = verdictOf(scheme, 'organisation', 'first', after);
            const gained = way.reduce((sum, raise) => sum + raise.points, 0);
            const [was, is] = [scoreOf(scheme, 'organisation', marks), verdict.score];
            if (gap.kind === 'mandatory') {
              expect(verdict.mandatory.map((unmet) => unmet.criterion)).not.to.include(gap.criterion);
            } else if (gap.kind === 'floor') {
              expect(verdict.floors.map((missed) => missed.theme)).not.to.include(gap.theme);
              const inTheme = (themes: typeof was.themes): number =>
                themes.find((theme) => theme.theme === gap.theme)?.points ?? 0;
              expect(inTheme(is.themes) - inTheme(was.themes)).to.be.closeTo(gained, 1e-9);
            } else {
              expect(verdict.overallReached).to.equal(true);
            }
            if (gap.kind !== 'floor')
              expect((is.overall ?? 0) - (was.overall ?? 0)).to.be.closeTo(gained, 1e-9);
          }
        }
      }),
    );
  });

  it('returns no unnecessary raise', () => {
    fc.assert(
      fc.property(anyMarks(scheme, 'organisation'), (marks) => {
        const overall = gaps(marks).find((gap) => gap.kind === 'overall');
        for (const way of overall?.ways ?? []) {
          for (const left of way) {
            const after = follow(
              marks,
              way.filter((raise) => raise !== left),
            );
            expect(verdictOf(scheme, 'organisation', 'first', after).overallReached).to.equal(false);
          }
        }
      }),
    );
  });
});
