import type { Options } from './options.ts';
import type { Cost, Goal, Slice } from './slices.ts';

/** One of the two that are compared: works for about so many milliseconds and says what it did. */
export interface Side {
  slice(ms: number): Promise<Slice>;
}

/** Both sides of a row, ready to run in turns. */
export interface Contest {
  readonly base: Side;
  readonly product: Side;
  close(): Promise<void>;
}

/** One figure of the table; `n` is its number in docs/performance.md, `part` a letter where a number has more than one. */
export interface Row {
  readonly n: number;
  readonly part?: string;
  readonly product: string;
  readonly base: string;
  readonly goal: Goal;
  readonly cost: Cost;
  /** What a profile shows to stand between the figure and its goal; said where the bar is not met. */
  readonly heldBack?: string;
  open(options: Pick<Options, 'labels'>): Promise<Contest>;
}
