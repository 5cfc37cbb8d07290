import { expect } from 'chai';
import { memoize } from '../../src/i18n/memoize.ts';

describe('a memoised function', () => {
  it('creates each value once, within its limit', () => {
    const made: number[] = [];
    const double = memoize(2, (n: number) => {
      made.push(n);
      return 2 * n;
    });
    expect([1, 2, 1, 2].map(double)).to.deep.equal([2, 4, 2, 4]);
    expect(made).to.deep.equal([1, 2]);
    expect([3, 1].map(double)).to.deep.equal([6, 2]);
    expect(made).to.deep.equal([1, 2, 3, 1]);
  });

  it('does not remember failures', () => {
    let broken = true;
    const read = memoize(2, (name: string) => {
      if (broken) throw new Error('not now');
      return name;
    });
    expect(() => read('a')).to.throw('not now');
    broken = false;
    expect(read('a')).to.equal('a');
  });
});
