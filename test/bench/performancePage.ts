import { availableParallelism } from 'node:os';
import type { Options } from './options.ts';
import { type Result, table } from './table.ts';

/** The page docs/performance.md: how it was measured, on what, and what came out. */
export function performancePage(
  results: readonly Result[],
  { pairs, sliceMs, labels, nodes }: Pick<Options, 'pairs' | 'sliceMs' | 'labels' | 'nodes'>,
): string {
  const machine = `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.version}`;
  const large = labels ? `--labels ${labels} ` : '';
  const servers = nodes > 1 ? `--nodes ${nodes} ` : '';
  const command = `npm run bench -- ${large}${servers}--pairs ${pairs} --slice-ms ${sliceMs} --markdown docs/performance.md`;
  const database = nodes > 1 ? `; the database was a replica set of ${nodes} servers` : '';
  return `# Performance

This page is written by a program: \`${command}\`

## How it is measured
A machine is twice as fast at one moment as at another, so no figure here is an absolute one. Product and base stand
ready side by side and work in turns, a slice of ${sliceMs} ms each, ${pairs} pairs after a warm-up. Each pair gives one
ratio; the table holds their median and their range. A pair whose base ran at less than 70 % of its fastest slice was
disturbed and is left out; the last column counts them. A bar is *met* or *missed* only when the whole range is on one
side of the goal and at least half of the pairs were undisturbed, otherwise *undecided*.

- Calls per time or per CPU time: more is better. Time per call: less is better. CPU time decides where the program that
  asks cannot ask faster than the base answers.
- The product runs compiled, as in service. Servers run in processes of their own, and requests come from yet another
  one over ten connections. All of them share the machine, the database server too.
- CPU per call is the processor time of the measured process, product / base. Neither the database server nor the
  program that asks is in it. It does not depend on how the processes share the cores.

Options: \`--rows 3,8\` (some rows only), \`--pairs 7\`, \`--slice-ms 1000\`, \`--labels 50000\` (how
many a large register has), \`--nodes 3\` (a replica set of so many servers, all on this machine).

## Results
Measured on ${machine}${labels ? `; a large register had ${labels.toLocaleString('en')} labels` : ''}${database}.

${table(results)}
${heldBack(results)}
`;
}

/** What a profile says of the rows whose bar is not met. */
function heldBack(results: readonly Result[]): string {
  const short = results.filter(({ row, comparison }) => row.heldBack && comparison.bar !== 'met');
  if (short.length === 0) return '';
  const lines = short.map(({ row }) => `- **${row.n}${row.part ?? ''}**: ${row.heldBack}`);
  return `
## Where a bar is not met
As profiles show it:

${lines.join('\n')}
`;
}
