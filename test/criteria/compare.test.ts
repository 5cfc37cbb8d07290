import { expect } from 'chai';
import { compareSchemes, printChange } from '../../src/criteria/compare.ts';
import { readScheme } from '../../src/criteria/readScheme.ts';
import type { PublishedScheme, Scheme } from '../../src/criteria/scheme.ts';
import { smallScheme } from '../support/samples/smallScheme.ts';

const before = readScheme(smallScheme());
const printed = (after: PublishedScheme): string[] => compareSchemes(before, after).map(printChange);
const withRules = (rules: Partial<Scheme>): PublishedScheme => ({
  ...before,
  scheme: { ...before.scheme, ...rules },
});

describe('compareSchemes', () => {
  it('finds nothing between a scheme and itself', () => {
    expect(compareSchemes(before, readScheme(smallScheme()))).to.deep.equal([]);
  });

  it('names a changed weight, threshold, minimum and level', () => {
    const edit = (from: string, to: string): string[] =>
      printed(readScheme(smallScheme({ 'scheme.yaml': [from, to] })));
    expect(edit('weight: 3', 'weight: 4')).to.deep.equal(['~ criteria PAY-01 weight: 3 → 4']);
    expect(edit('overall: 60', 'overall: 65')).to.deep.equal([
      '~ rules thresholds.organisation.renewal.overall: 60 → 65',
    ]);
    expect(edit('[10, 20, 30, 40]', '[5, 20, 30, 40]')).to.deep.equal([
      '~ criteria PAY-01 number.at: 10 | 20 | 30 | 40 → 5 | 20 | 30 | 40',
    ]);
    expect(edit('    minimum: { level: 2, due: first }\n', '')).to.deep.equal([
      '~ criteria PAY-01 minimum.level: 2 → –',
      '~ criteria PAY-01 minimum.due: first → –',
    ]);
    expect(edit('level: 2, due', 'level: 3, due')).to.deep.equal(['~ criteria PAY-01 minimum.level: 2 → 3']);
  });

  it('names a changed wording of a level, by language', () => {
    const after = readScheme(smallScheme({ 'text.fr.yaml': ['[a, b, c, d, e]', '[a, b, x, d, e]'] }));
    expect(printed(after)).to.deep.equal([
      '~ text.fr.criteria AIM-01 levels: a | b | c | d | e → a | b | x | d | e',
    ]);
    const retitled = readScheme(smallScheme({ 'text.it.yaml': ['title: Small', 'title: Tiny'] }));
    expect(printed(retitled)).to.deep.equal(['~ text.it title: Small → Tiny']);
  });

  it('names additions and removals', () => {
    const { criteria, facts } = before.scheme;
    const after = withRules({
      criteria: criteria.slice(1),
      facts: [...facts, { id: 'F03', scope: 'organisation', unit: 'CHF' }],
    });
    expect(printed(after)).to.deep.equal(['- criteria AIM-01', '+ facts F03']);
    expect(compareSchemes(after, before).map(printChange)).to.have.members([
      '+ criteria AIM-01',
      '- facts F03',
    ]);
  });

  it('ignores a changed order', () => {
    expect(printed(withRules({ criteria: [...before.scheme.criteria].reverse() }))).to.deep.equal([]);
  });
});
