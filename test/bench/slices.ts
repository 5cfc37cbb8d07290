/** What one side did in one slice of time; `cpuMs` is processor time of its process, user and system. */
export interface Slice {
  readonly calls: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** What the side held of memory, where a row is about that. */
  readonly bytes?: number;
  /** What the slowest hundredth of the answers took at least, where a row is about that. */
  readonly tailMs?: number;
}

/** Two slices that followed each other. */
export interface Pair {
  readonly base: Slice;
  readonly product: Slice;
}

/** `atLeast` bounds the ratio of what is done per cost, `atMost` the ratio of costs per call; always product by base. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** What a call is said to cost: time that passes, time of the processor, memory held while it is made, or the time of the slowest. */
export type Cost = 'time' | 'cpu' | 'memory' | 'tail';

/** A bar is met or missed only when every pair says so, and half of the pairs at least were undisturbed. */
export type Bar = 'met' | 'missed' | 'undecided';

/** What the pairs of a row say. */
export interface Comparison {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly bar: Bar;
  /** Processor time per call in milliseconds, median over the pairs. */
  readonly cpuMs: { readonly base: number; readonly product: number };
  readonly kept: number;
  /** Pairs left out because the machine was busy with something else while the base ran. */
  readonly dropped: number;
}

/** A base slower than this part of its own fastest slice was disturbed. */
const disturbedBelow = 0.7;

/** Compares product and base over pairs of slices; needs one pair at least. */
export function compare(pairs: readonly Pair[], goal: Goal, cost: Cost = 'time'): Comparison {
  const fastest = Math.min(...pairs.map(({ base }) => costOf(base, 'time')));
  const kept = pairs.filter(({ base }) => disturbedBelow * costOf(base, 'time') <= fastest);
  const ratios = kept.map(({ base, product }) =>
    'atLeast' in goal
      ? costOf(base, cost) / costOf(product, cost)
      : costOf(product, cost) / costOf(base, cost),
  );
  const [min, max] = [Math.min(...ratios), Math.max(...ratios)];
  return {
    median: median(ratios),
    min,
    max,
    bar: kept.length * 2 < pairs.length ? 'undecided' : barOf(min, max, goal),
    cpuMs: {
      base: median(kept.map(({ base }) => costOf(base, 'cpu'))),
      product: median(kept.map(({ product }) => costOf(product, 'cpu'))),
    },
    kept: kept.length,
    dropped: pairs.length - kept.length,
  };
}

function costOf(slice: Slice, cost: Cost): number {
  const { calls, ms, cpuMs, bytes = Number.NaN, tailMs = Number.NaN } = slice;
  if (calls === 0) throw new Error('a slice without a single call says nothing: make slices longer');
  switch (cost) {
    case 'memory':
      return bytes;
    case 'tail':
      return tailMs;
    case 'cpu':
      return cpuMs / calls;
    case 'time':
      return ms / calls;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? Number.NaN) + (sorted[high] ?? Number.NaN)) / 2;
}

function barOf(min: number, max: number, goal: Goal): Bar {
  const [worst, best] = 'atLeast' in goal ? [min, max] : [max, min];
  const holds = (ratio: number) => ('atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost);
  if (holds(worst)) return 'met';
  return holds(best) ? 'undecided' : 'missed';
}
