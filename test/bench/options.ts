import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  /** Numbers of the rows to run; null for all. */
  readonly rows: readonly number[] | null;
  readonly pairs: number;
  readonly sliceMs: number;
  /** How many labels a large register has, where a row needs one; null for what the row says. */
  readonly labels: number | null;
  /** Servers of the database's replica set; one alone, as it comes with the program, or three. */
  readonly nodes: number;
  /** The page to write, if any. */
  readonly markdown: string | null;
}

/** Reads `--rows 3,8 --pairs 7 --slice-ms 1000 --labels 50000 --nodes 3 --markdown docs/performance.md`; throws what is wrong with them. */
export function readOptions(given: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      rows: { type: 'string' },
      pairs: { type: 'string', default: '7' },
      'slice-ms': { type: 'string', default: '1000' },
      labels: { type: 'string' },
      nodes: { type: 'string', default: '1' },
      markdown: { type: 'string' },
    },
  });
  return {
    rows: values.rows === undefined ? null : values.rows.split(',').map((row) => count('rows', row, 1)),
    pairs: count('pairs', values.pairs, 1),
    sliceMs: count('slice-ms', values['slice-ms'], 100),
    labels: values.labels === undefined ? null : count('labels', values.labels, 1000),
    nodes: count('nodes', values.nodes, 1),
    markdown: values.markdown ?? null,
  };
}

function count(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new Error(`--${name}: ${text} is not a whole number from ${least}`);
  }
  return value;
}
