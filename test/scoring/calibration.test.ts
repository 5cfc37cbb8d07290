import { expect } from 'chai';
import { agreementOf, agreementOn, type ScoredPlace } from '../../src/scoring/calibration.ts';

/** A place that A and B scored, whoever sits first. */
const place = (
  file: string,
  criterion: string,
  [first, second]: [ScoredPlace['settled'], ScoredPlace['settled']],
  settled: ScoredPlace['settled'],
): ScoredPlace => ({
  file,
  criterion,
  first: { personId: 'A', level: first },
  second: { personId: 'B', level: second },
  settled,
});
const swapped = ({ first, second, ...rest }: ScoredPlace): ScoredPlace => ({
  ...rest,
  first: second,
  second: first,
});

const places = [
  place('1', 'GOU-01', [3, 2], 2),
  place('1', 'FIN-01', [4, 4], 4),
  place('2', 'GOU-01', [1, 'na'], 1),
  place('2', 'FIN-01', [2, 0], 1),
  place('2', 'TRA-01', [null, 3], null),
].map((one, i) => (i % 2 === 0 ? one : swapped(one)));

describe('agreementOn', () => {
  it('counts files, the criteria that both scored, and equal scores', () => {
    const { files, places: both, same } = agreementOn(places);
    expect({ files, both, same }).to.deep.equal({ files: 2, both: 3, same: 1 / 3 });
  });

  it('returns a reason when there is nothing', () => {
    expect(agreementOn([])).to.deep.equal({
      files: 0,
      places: 0,
      same: null,
      kappa: { value: null, why: 'noPairs' },
      alpha: { value: null, why: 'noPairs' },
    });
  });
});

describe('agreementOf', () => {
  it('compares one person’s levels with those of others', () => {
    const own = agreementOf('A', places);
    // 3 and 2, 4 and 4, 2 and 0: a level apart on average; 3, 4, 1, 2 beside 2, 4, 1, 1: half a level.
    expect([own.towardsOther, own.towardsSettled]).to.deep.equal([1, 0.5]);
    const other = agreementOf('B', places);
    expect([other.towardsOther, other.towardsSettled]).to.deep.equal([-1, -1 / 3]);
    expect([own.files, own.places, own.same]).to.deep.equal([other.files, other.places, other.same]);
  });

  it('excludes what others scored among themselves', () => {
    const { files, towardsOther, towardsSettled } = agreementOf('C', places);
    expect([files, towardsOther, towardsSettled]).to.deep.equal([0, null, null]);
  });
});
