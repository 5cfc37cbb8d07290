import { expect } from 'chai';
import { compare, type Pair, type Slice } from './slices.ts';

const slice = (calls: number, cpuMs = 500): Slice => ({ calls, ms: 1, cpuMs });
const pair = (base: number, product: number): Pair => ({ base: slice(base), product: slice(product) });

describe('bench/slices', () => {
  it('gives the ratio of rates when more is better', () => {
    const { median, min, max } = compare([pair(100, 80), pair(100, 90), pair(100, 70)], { atLeast: 0.5 });
    expect([median, min, max]).to.deep.equal([0.8, 0.7, 0.9]);
  });

  it('gives the ratio of times per call when less is better', () => {
    const { median, min, max } = compare([pair(100, 50), pair(100, 25), pair(100, 20)], { atMost: 9 });
    expect([median, min, max]).to.deep.equal([4, 2, 5]);
  });

  it('takes the time that a slice really lasted', () => {
    const pairs: Pair[] = [{ base: slice(100), product: { calls: 100, ms: 2, cpuMs: 1 } }];
    expect(compare(pairs, { atLeast: 1 }).median).to.equal(0.5);
  });

  it('takes the middle of two pairs', () => {
    expect(compare([pair(100, 60), pair(100, 80)], { atLeast: 1 }).median).to.be.closeTo(0.7, 1e-9);
  });

  it('leaves out pairs whose base was slow, and counts them', () => {
    const { median, max, kept, dropped } = compare([pair(100, 80), pair(69, 80), pair(70, 56)], {
      atLeast: 1,
    });
    expect([kept, dropped]).to.deep.equal([2, 1]);
    expect([median, max]).to.deep.equal([0.8, 0.8]);
  });

  it('keeps a pair whose product alone was slow', () => {
    expect(compare([pair(100, 80), pair(100, 10)], { atLeast: 0.5 })).to.include({ kept: 2, min: 0.1 });
  });

  it('calls a bar met or missed only when every pair does', () => {
    const [low, high] = [pair(100, 70), pair(100, 80)];
    expect(compare([low, high], { atLeast: 0.7 }).bar).to.equal('met');
    expect(compare([low, high], { atLeast: 0.75 }).bar).to.equal('undecided');
    expect(compare([low, high], { atLeast: 0.81 }).bar).to.equal('missed');
  });

  it('turns the bar round when less is better', () => {
    const [fast, slow] = [pair(100, 50), pair(100, 25)];
    expect(compare([fast, slow], { atMost: 4 }).bar).to.equal('met');
    expect(compare([fast, slow], { atMost: 3 }).bar).to.equal('undecided');
    expect(compare([fast, slow], { atMost: 1.9 }).bar).to.equal('missed');
  });

  it('gives processor time per call', () => {
    const pairs = [1, 2, 30].map((n) => ({ base: slice(100, 100 * n), product: slice(50, 100 * n) }));
    expect(compare(pairs, { atLeast: 1 }).cpuMs).to.deep.equal({ base: 2, product: 4 });
  });

  it('refuses a slice in which nothing was done', () => {
    expect(() => compare([pair(100, 0)], { atLeast: 1 })).to.throw('without a single call');
  });
});
