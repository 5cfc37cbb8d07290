import { expect } from 'chai';
import { readScheme } from '../../src/criteria/readScheme.ts';
import { SchemeError } from '../../src/criteria/schemeError.ts';
import { smallScheme } from '../support/samples/smallScheme.ts';

type Change = readonly [from: string, to: string];

const naFree = '    na: true\n';
const bound: Change = [naFree, `${naFree}    naReason: true\n`];
const noData = '      noData: { fact: F01, levels: [1, 2] }\n';

/** The faults of the small scheme under a version number, with other lines in place of some. */
function faultsOf(version: string, ...changes: readonly Change[]): string[] {
  const numbered: Change = ['version: 1.0.0', `version: ${version}`];
  const files = smallScheme().map(({ path, text }) => {
    if (path !== 'scheme.yaml') return { path, text };
    const changed = [numbered, ...changes].reduce((before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`${from} is not there`);
      return before.replace(from, () => to);
    }, text);
    return { path, text: changed };
  });
  try {
    readScheme(files);
    return [];
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error;
    return error.faults
      .filter(({ file }) => file === 'scheme.yaml')
      .map(({ code, detail }) => `${code} ${detail}`);
  }
}

describe('a version with an unanswerable criterion', () => {
  it('leaves some figures without a level and without "not applicable"', () => {
    expect(faultsOf('1.1.0', bound)).to.deep.equal([]);
    expect(faultsOf('1.1.0', bound, [noData, ''])).to.deep.equal(['noLevel PAY-01: F01 = 0, F02 = 0']);
    const lower: Change = [noData, '      cases: [{ when: F01 < 0, levels: [0] }]\n'];
    expect(faultsOf('1.1.0', bound, lower), 'zero is no loss').to.deep.equal([
      'noLevel PAY-01: F01 = 0, F02 = 0',
    ]);
    const cases: Change = [noData, '      cases: [{ when: F01 <= 0, levels: [0] }]\n'];
    expect(faultsOf('1.1.0', bound, cases)).to.deep.equal([]);
  });

  it('accepts "not applicable" as an answer only where it holds for the same figures', () => {
    const withNa = (when: string): Change[] => [
      bound,
      [noData, ''],
      [
        '    na: false\n    number:\n      formula: F02',
        `    na: true\n    naWhen: ${when}\n    number:\n      formula: F02`,
      ],
    ];
    expect(faultsOf('1.1.0', ...withNa('F01 < 1'))).to.deep.equal([]);
    for (const when of ['F01 > 1', 'cycle = first', 'F01 < 0']) {
      expect(faultsOf('1.1.0', ...withNa(when)), when).to.deep.equal(['noLevel PAY-01: F01 = 0, F02 = 0']);
    }
  });

  it('does not affect the first version, which was published before the rule', () => {
    expect(faultsOf('1.0.0', [noData, ''])).to.deep.equal([]);
  });
});

describe('"not applicable" in a version', () => {
  it('is bound to a condition or a reason in every version after the first', () => {
    expect(faultsOf('1.0.0')).to.deep.equal([]);
    for (const version of ['1.0.1', '1.1.0', '2.0.0']) {
      expect(faultsOf(version)).to.deep.equal(['naUnbound AIM-01']);
    }
  });

  const bad: readonly (readonly [string, string])[] = [
    ['    naWhen: F09 < 2\n', 'danglingFact F09'],
    ['    naWhen: O02 < 2\n', 'factOutOfScope O02'],
    ['    naWhen: F02\n', 'badFormula F02: no single comparison in column 1'],
    ['    naWhen: cycle = third\n', 'badFormula cycle = third: unexpected "third" in column 8'],
    ['    naReason: F09 < 2\n', 'danglingFact F09'],
  ];
  for (const [line, fault] of bad) {
    it(`says ${fault}`, () => {
      expect(faultsOf('1.1.0', [naFree, `${naFree}${line}`])).to.deep.equal([fault]);
    });
  }

  it('has no condition where it is never allowed, and no level on the cycle alone', () => {
    const never: Change = [naFree, '    na: false\n    naWhen: F01 < 2\n'];
    expect(faultsOf('1.1.0', never)).to.deep.equal(['conditionWithoutNa AIM-01']);
    const cycle: Change = [noData, '      cases: [{ when: cycle = first, levels: [0] }]\n'];
    expect(faultsOf('1.1.0', bound, cycle)).to.deep.equal([
      'badFormula cycle = first: a level does not depend on the cycle',
    ]);
  });
});
