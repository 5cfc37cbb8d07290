import { expect } from 'chai';
import { compare, type Pair, type Slice } from './slices.ts';

const slice = (ms: number, cpuMs = 1): Slice => ({ calls: 1, ms, cpuMs });
/** Milliseconds that a call takes on each side. */
const pair = (base: number, product: number): Pair => ({ base: slice(base), product: slice(product) });

describe('bench/slices', () => {
  it('gives what is done in the time of the base when more is better', () => {
    const { median, min, max } = compare([pair(8, 10), pair(9, 10), pair(7, 10)], { atLeast: 0.5 });
    expect([median, min, max]).to.deep.equal([0.8, 0.7, 0.9]);
  });

  it('gives how much longer a call takes when less is better', () => {
    const { median, min, max } = compare([pair(10, 40), pair(10, 20), pair(10, 50)], { atMost: 9 });
    expect([median, min, max]).to.deep.equal([4, 2, 5]);
  });

  it('shares the time of a slice among its calls', () => {
    const pairs: Pair[] = [
      { base: { calls: 40, ms: 10, cpuMs: 1 }, product: { calls: 20, ms: 20, cpuMs: 1 } },
    ];
    expect(compare(pairs, { atLeast: 1 }).median).to.equal(0.25);
  });

  it('compares memory for a row about memory', () => {
    const held = (bytes: number): Slice => ({ calls: 1, ms: 1, cpuMs: 1, bytes });
    const pairs: Pair[] = [{ base: held(100), product: held(120) }];
    expect(compare(pairs, { atMost: 1.1 }, 'memory')).to.include({ median: 1.2, bar: 'missed' });
  });

  it('compares the slowest answers for a row about latency', () => {
    const slowest = (tailMs: number): Slice => ({ calls: 100, ms: 100, cpuMs: 1, tailMs });
    const pairs: Pair[] = [{ base: slowest(2), product: slowest(3) }];
    expect(compare(pairs, { atMost: 2 }, 'tail')).to.include({ median: 1.5, bar: 'met' });
  });

  it('takes the middle of two pairs', () => {
    expect(compare([pair(2, 4), pair(2, 8)], { atLeast: 1 }).median).to.equal(0.375);
  });

  it('leaves out pairs whose base was slow, and counts them', () => {
    const { median, max, kept, dropped } = compare([pair(7, 14), pair(10, 20), pair(10.1, 2)], {
      atLeast: 1,
    });
    expect([kept, dropped]).to.deep.equal([2, 1]);
    expect([median, max]).to.deep.equal([0.5, 0.5]);
  });

  it('keeps a pair whose product alone was slow', () => {
    expect(compare([pair(8, 10), pair(8, 80)], { atLeast: 0.5 })).to.include({ kept: 2, min: 0.1 });
  });

  it('calls a goal met or missed only when every pair agrees', () => {
    const pairs = [pair(7, 10), pair(8, 10)];
    expect(compare(pairs, { atLeast: 0.7 }).bar).to.equal('met');
    expect(compare(pairs, { atLeast: 0.75 }).bar).to.equal('undecided');
    expect(compare(pairs, { atLeast: 0.81 }).bar).to.equal('missed');
  });

  it('reverses the goal when less is better', () => {
    const pairs = [pair(10, 20), pair(10, 40)];
    expect(compare(pairs, { atMost: 4 }).bar).to.equal('met');
    expect(compare(pairs, { atMost: 3 }).bar).to.equal('undecided');
    expect(compare(pairs, { atMost: 1.9 }).bar).to.equal('missed');
  });

  it('does not judge when most pairs were disturbed', () => {
    const [quiet, disturbed] = [pair(10, 20), pair(30, 60)];
    expect(compare([quiet, disturbed], { atLeast: 0.4 }).bar).to.equal('met');
    expect(compare([quiet, disturbed, disturbed], { atLeast: 0.4 }).bar).to.equal('undecided');
  });

  it('gives processor time per call', () => {
    const pairs = [2, 4, 60].map((cpuMs) => ({
      base: { calls: 2, ms: 1, cpuMs },
      product: { calls: 1, ms: 1, cpuMs },
    }));
    expect(compare(pairs, { atLeast: 1 }).cpuMs).to.deep.equal({ base: 2, product: 4 });
  });

  it('compares by processor time when asked to, whatever the wall clock says', () => {
    const pairs: Pair[] = [{ base: slice(10, 1), product: slice(10, 2) }];
    expect(compare(pairs, { atLeast: 1 }, 'cpu').median).to.equal(0.5);
    expect(compare(pairs, { atMost: 1 }, 'cpu').median).to.equal(2);
  });

  it('refuses a slice in which nothing was done', () => {
    const nothing: Pair = { base: slice(10), product: { calls: 0, ms: 10, cpuMs: 1 } };
    expect(() => compare([nothing], { atLeast: 1 })).to.throw('without a single call');
  });
});
