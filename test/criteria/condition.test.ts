import { expect } from 'chai';
import { evaluateCondition, factsOfCondition, parseCondition } from '../../src/criteria/condition.ts';
import { FormulaError } from '../../src/criteria/formula.ts';

const holds = (
  source: string,
  facts: Record<string, number | string> = {},
  cycle: 'first' | 'renewal' = 'first',
) => evaluateCondition(parseCondition(source), facts, cycle);

describe('a condition over figures', () => {
  const table: readonly (readonly [string, boolean, boolean, boolean])[] = [
    // Of 1, 2 and 3.
    ['F02 < 2', true, false, false],
    ['F02 <= 2', true, true, false],
    ['F02 = 2', false, true, false],
    ['F02 >= 2', false, true, true],
    ['F02 > 2', false, false, true],
    ['2*F02 > max(F02, 3)', false, true, true],
  ];
  for (const [source, ...expected] of table) {
    it(`reads ${source}`, () => {
      expect([1, 2, 3].map((F02) => holds(source, { F02 }))).to.deep.equal(expected);
    });
  }

  it('is undecided while a figure is missing, a word or without value', () => {
    expect(holds('F02 < 2')).to.equal(null);
    expect(holds('F02 < 2', { F02: 'many' })).to.equal(null);
    expect(holds('F01/F02 < 2', { F01: 1, F02: 0 })).to.equal(null);
    expect(holds('max(F01, F02) < 2', { F01: 1 })).to.equal(null);
  });

  it('depends on the cycle, which is no figure', () => {
    expect([holds('cycle = first'), holds('cycle = first', {}, 'renewal')]).to.deep.equal([true, false]);
    expect([holds('cycle = renewal'), holds('cycle = renewal', {}, 'renewal')]).to.deep.equal([false, true]);
    expect(factsOfCondition(parseCondition('cycle = first'))).to.deep.equal([]);
  });

  it('names each figure that it reads once', () => {
    expect(factsOfCondition(parseCondition('F20 > max(F06, F20, 0)'))).to.deep.equal(['F20', 'F06']);
  });

  for (const source of [
    '',
    'F02',
    'F02 < 2 < 3',
    'F02 == 2',
    'F02 != 2',
    '< 2',
    'F02 <',
    'cycle < first',
    'cycle = second',
    'max() < 2',
    'max(F01 < 2',
    'max < 2',
    'min(F01, F02) < 2',
  ]) {
    it(`refuses "${source}"`, () => {
      expect(() => parseCondition(source)).to.throw(FormulaError);
    });
  }
});
