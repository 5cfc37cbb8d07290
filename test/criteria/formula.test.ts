import { expect } from 'chai';
import fc from 'fast-check';
import { evaluateFormula, FormulaError, factsOfFormula, parseFormula } from '../../src/criteria/formula.ts';

const worth = (source: string, facts: Record<string, number | string> = {}): number | null =>
  evaluateFormula(parseFormula(source), facts);

describe('formula', () => {
  it('computes with the usual precedence, from left to right', () => {
    expect(worth('1+2*3')).to.equal(7);
    expect(worth('(1+2)*3')).to.equal(9);
    expect(worth('20-5-3')).to.equal(12);
    expect(worth('100/5/2')).to.equal(10);
    expect(worth(' 0.5 * ( 4 - 1 ) ')).to.equal(1.5);
  });

  it('reads figures by their id', () => {
    expect(worth('(F06-F07)/F06*100', { F06: 200, F07: 50 })).to.equal(75);
    expect(factsOfFormula(parseFormula('(F06-F07)/F06*100'))).to.deep.equal(['F06', 'F07']);
    expect(factsOfFormula(parseFormula('O03'))).to.deep.equal(['O03']);
  });

  it('has no value when a figure is missing, is a word, or divides by zero', () => {
    expect(worth('F01+F02', { F01: 1 })).to.equal(null);
    expect(worth('F01', { F01: 'food' })).to.equal(null);
    expect(worth('F01/F02', { F01: 1, F02: 0 })).to.equal(null);
    expect(worth('F01/F02', { F01: 0, F02: 0 })).to.equal(null);
  });

  it('gives every whole per cent exactly, so that reaching a threshold counts', () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      expect(worth('F01/F02*100', { F01: percent, F02: 100 })).to.equal(percent);
      expect(worth('F01/F02*100', { F01: percent * 0.1, F02: 10 })).to.equal(percent);
    }
  });

  it('agrees with JavaScript on any sum of products', () => {
    const number = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        expect(worth(`${a}*${b}-${c}*(${d}+1)`)).to.equal(Number((a * b - c * (d + 1)).toPrecision(12)));
      }),
    );
  });

  const broken: readonly [string, string, number][] = [
    ['', 'unexpected end', 1],
    ['1+', 'unexpected end', 3],
    ['(1+2', 'parenthesis not closed', 1],
    ['1)', 'unexpected ")"', 2],
    ['F1/F02', 'unexpected "F1"', 1],
    ['f01', 'unexpected "f01"', 1],
    ['1 2', 'unexpected "2"', 3],
    ['2*-1', 'unexpected "-"', 3],
    ['F01^2', 'unexpected "^"', 4],
    ['process.exit()', 'unexpected "process"', 1],
  ];
  for (const [source, problem, column] of broken) {
    it(`refuses "${source}"`, () => {
      expect(() => parseFormula(source))
        .to.throw(FormulaError, problem)
        .with.property('column', column);
    });
  }
});
