import { expect } from 'chai';
import { implausibleFigures } from '../../src/criteria/implausibleFigure.ts';
import { realScheme } from '../support/samples/realScheme.ts';

describe('a jump of a figure', () => {
  const { scheme } = realScheme();
  const asked = (kept: number | undefined, value: number, earlier?: number): number[] =>
    implausibleFigures(
      scheme,
      { F03: value },
      {
        kept: kept === undefined ? {} : { F03: kept },
        earlier: earlier === undefined ? undefined : { F03: earlier },
      },
    ).map(({ before }) => before);

  it('is ten times as much or a tenth, or a gain after a loss', () => {
    for (const value of [120_000, 1_200_000, 1_200, 0, -12_000]) {
      expect(asked(12_000, value), String(value)).to.deep.equal([12_000]);
    }
    for (const value of [12_000, 119_999, 1_201, 24_000]) {
      expect(asked(12_000, value), String(value)).to.deep.equal([]);
    }
    expect(asked(-500, -5_000)).to.deep.equal([-500]);
    expect(asked(0.06, 0.6)).to.deep.equal([0.06]);
  });

  it('is not one from nothing, from zero, of a choice, or without change', () => {
    expect(asked(undefined, 1e9)).to.deep.equal([]);
    expect(asked(0, 1e9)).to.deep.equal([]);
    expect(implausibleFigures(scheme, { O04: 'no' }, { kept: { O04: 'yes' } })).to.deep.equal([]);
    expect(asked(500, 500, 5)).to.deep.equal([]);
  });

  it('in a renewal is more than the allowed change since the last cycle', () => {
    expect(asked(undefined, 1_300, 1_000)).to.deep.equal([]);
    expect(asked(undefined, 1_301, 1_000)).to.deep.equal([1_000]);
    expect(asked(1_200, 1_301, 1_000), 'though near to what is here').to.deep.equal([1_000]);
    expect(asked(100, 1_000, 1_000), 'back to the last cycle, but far from here').to.deep.equal([100]);
    expect(asked(undefined, 5, 0)).to.deep.equal([0]);
    expect(asked(undefined, 0, 0)).to.deep.equal([]);
  });
});
