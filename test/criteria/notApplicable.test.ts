import { expect } from 'chai';
import { faultOfNa, notApplicable, saysWhy } from '../../src/criteria/notApplicable.ts';
import type { Criterion } from '../../src/criteria/scheme.ts';

type Rule = Pick<Criterion, 'na' | 'naWhen' | 'naReason'>;

const byFigure: Rule = { na: true, naWhen: 'F02 < 2' };

describe('the rule for "not applicable"', () => {
  const cases: readonly (readonly [string, Rule, number | undefined, string, boolean])[] = [
    ['never', { na: false }, 1, 'never', false],
    ['a rule of the first version, whatever the figures', { na: true }, 200, 'allowed', false],
    ['by a figure that holds', byFigure, 1, 'allowed', false],
    ['by a figure that contradicts it', byFigure, 2, 'refused', false],
    ['by a figure that is not given', byFigure, undefined, 'unknown', false],
    ['by a sentence', { na: true, naReason: true }, 200, 'allowed', true],
    [
      'by a sentence that a figure can spare',
      { ...byFigure, naWhen: 'F02 < 9', naReason: 'F02 >= 2' },
      1,
      'allowed',
      false,
    ],
    [
      'by a sentence that a figure demands',
      { ...byFigure, naWhen: 'F02 < 9', naReason: 'F02 >= 2' },
      2,
      'allowed',
      true,
    ],
    [
      'by a sentence as long as no figure spares it',
      { na: true, naReason: 'F02 >= 2' },
      undefined,
      'allowed',
      true,
    ],
    ['by the cycle', { na: true, naWhen: 'cycle = first' }, undefined, 'allowed', false],
  ];
  for (const [name, rule, F02, state, reasonDue] of cases) {
    it(`${name}: ${state}`, () => {
      const found = notApplicable(rule, F02 === undefined ? {} : { F02 }, 'first');
      expect([found.state, found.reasonDue]).to.deep.equal([state, reasonDue]);
    });
  }

  it('depends on the cycle', () => {
    expect(notApplicable({ na: true, naWhen: 'cycle = first' }, {}, 'renewal').state).to.equal('refused');
  });

  it('names its figures, and the missing ones', () => {
    const rule = { na: true, naWhen: 'F01 < F02' };
    expect(notApplicable(rule, { F02: 3, F03: 1 }, 'first')).to.deep.include({
      values: { F02: 3 },
      missing: ['F01'],
    });
  });

  it('has one fault code for each state that forbids it', () => {
    expect(
      (['allowed', 'never', 'refused', 'unknown'] as const).map((state) => faultOfNa({ state })),
    ).to.deep.equal([null, 'naNotAllowed', 'naContradicted', 'naFigureMissing']);
  });

  it('does not accept a dot as a reason', () => {
    expect(
      ['', ' \n ', '.', 'Oui', 'Personne n’est bénévole chez nous.'].map((comment) => saysWhy({ comment })),
    ).to.deep.equal([false, false, false, false, true]);
  });
});
