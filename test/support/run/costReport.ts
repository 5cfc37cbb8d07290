import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Budget {
  readonly file: string;
  /** Processor seconds. */
  readonly budget: number;
}

const { testFiles }: { readonly testFiles: () => Budget[] } = createRequire(import.meta.url)(
  '../../tiers/tiers.cjs',
);

/** What a run cost, below its report: as many of the dearest files as `PROFILE` asks for, those past their budget by half, the sums. */
export function costReport(folder: string): string[] {
  const costs = costsIn(folder);
  if (costs.length < 2) return [];
  const budgets = new Map(testFiles().map(({ file, budget }) => [file, budget]));
  const sum = costs.reduce((all, { seconds }) => all + seconds, 0);
  const dear = costs.filter(({ file, seconds }) => seconds > 1.5 * (budgets.get(file) ?? 0));
  return [
    ...costs
      .slice(0, Number(process.env.PROFILE ?? 0))
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`),
    ...dear.map(
      ({ file, seconds }) => `${file} took ${seconds.toFixed(1)} s, its budget is ${budgets.get(file)} s`,
    ),
    `Processor: ${Math.round(sum)} s of tests, ${Math.round(serverSeconds(folder))} s of the database server`,
  ];
}

/** The dearest first. */
function costsIn(folder: string): { readonly file: string; readonly seconds: number }[] {
  return textOf(join(folder, 'costs.tsv'))
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([own, children, file]) => (file ? [{ file, seconds: Number(own) + Number(children) }] : []))
    .toSorted((a, b) => b.seconds - a.seconds);
}

/** proc(5): utime and stime of the server that all test files share. */
function serverSeconds(folder: string): number {
  const pid = Number.parseInt(textOf(join(folder, 'mongo', 'mongod.lock')), 10);
  const fields = textOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** Empty where there is no such file: a run without a server, another system. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
