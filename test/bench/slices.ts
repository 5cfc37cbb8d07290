/** What one side did in one slice of time; `cpuMs` is processor time of its process, user and system. */
export interface Slice {
  readonly calls: number;
  readonly ms: number;
  readonly cpuMs: number;
}

/** Two slices that followed each other. */
export interface Pair {
  readonly base: Slice;
  readonly product: Slice;
}

/** `atLeast` bounds the ratio of rates, `atMost` the ratio of times per call; always product by base. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** A bar is met or missed only when every pair says so. */
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
export function compare(pairs: readonly Pair[], goal: Goal): Comparison {
  const fastest = Math.max(...pairs.map(({ base }) => rate(base)));
  const kept = pairs.filter(({ base }) => rate(base) >= disturbedBelow * fastest);
  const ratios = kept.map(({ base, product }) =>
    'atLeast' in goal ? rate(product) / rate(base) : rate(base) / rate(product),
  );
  const [min, max] = [Math.min(...ratios), Math.max(...ratios)];
  return {
    median: median(ratios),
    min,
    max,
    bar: barOf(min, max, goal),
    cpuMs: {
      base: median(kept.map(({ base }) => base.cpuMs / base.calls)),
      product: median(kept.map(({ product }) => product.cpuMs / product.calls)),
    },
    kept: kept.length,
    dropped: pairs.length - kept.length,
  };
}

function rate({ calls, ms }: Slice): number {
  if (calls === 0) throw new Error('a slice without a single call says nothing: make slices longer');
  return calls / ms;
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
