import type { Row } from './row.ts';
import type { Comparison, Goal } from './slices.ts';

/** A row and what its pairs say. */
export interface Result {
  readonly row: Row;
  readonly comparison: Comparison;
}

const head = ['#', 'product / base', 'median', 'min–max', 'goal', 'bar', 'CPU per call', 'pairs'];

/** The results as a Markdown table that is also readable as text. */
export function table(results: readonly Result[]): string {
  const lines = [head, ...results.map(cellsOf)];
  const widths = head.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [first = '', ...rest] = lines.map(write);
  return [first, rule, ...rest].join('\n');
}

/** One result in a line, for who waits for the others. */
export function line(result: Result): string {
  const [n, , ...rest] = cellsOf(result);
  return [n, ...rest].join(' | ');
}

/** A goal as it is written in the table. */
function goalText(goal: Goal): string {
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function cellsOf({ row, comparison: c }: Result): string[] {
  return [
    `${row.n}${row.part ?? ''}`,
    `${row.product} / ${row.base} (${kindOf(row)})`,
    digits(c.median),
    `${digits(c.min)}–${digits(c.max)}`,
    goalText(row.goal),
    c.bar,
    row.cost === 'memory' ? '–' : `${time(c.cpuMs.product)} / ${time(c.cpuMs.base)}`,
    c.dropped === 0 ? String(c.kept) : `${c.kept}, ${c.dropped} dropped`,
  ];
}

/** What the ratio is a ratio of. */
function kindOf({ goal, cost }: Row): string {
  if (cost === 'memory') return 'memory';
  if (cost === 'tail') return 'time of the slowest hundredth';
  const what = cost === 'cpu' ? 'CPU time' : 'time';
  return 'atLeast' in goal ? `calls per ${what}` : `${what} per call`;
}

function time(ms: number): string {
  return ms < 1 ? `${digits(ms * 1000)} µs` : `${digits(ms)} ms`;
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
