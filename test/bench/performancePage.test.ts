import { expect } from 'chai';
import { performancePage } from './performancePage.ts';
import type { Row } from './row.ts';
import { compare, type Slice } from './slices.ts';

describe('bench/performancePage', () => {
  const slice = (ms: number): Slice => ({ calls: 1, ms, cpuMs: 1 });
  const row = (n: number): Row => ({
    n,
    product: 'this',
    base: 'that',
    goal: { atMost: 2 },
    cost: 'time',
    heldBack: `reading, in row ${n}`,
    open: () => Promise.reject(new Error('nothing is measured here')),
  });
  const result = (n: number, ratio: number) => ({
    row: row(n),
    comparison: compare([{ base: slice(1), product: slice(ratio) }], { atMost: 2 }),
  });
  const page = (...ratios: readonly number[]) =>
    performancePage(
      ratios.map((ratio, i) => result(i + 1, ratio)),
      { pairs: 1, sliceMs: 1000, labels: null, nodes: 1 },
    );

  it('explains a missed goal, and nothing else', () => {
    expect(page(1.5, 3)).to.include('- **2**: reading, in row 2').and.not.include('reading, in row 1');
  });

  it('explains nothing when all goals are met', () => {
    expect(page(1.5)).to.not.include('not met');
  });
});
