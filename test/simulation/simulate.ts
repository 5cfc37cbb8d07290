import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { end } from '../support/run/atEnd.ts';
import '../support/run/builtThreads.ts';
import { serverFolder } from '../support/run/folders.ts';
import { serverFolderVariable } from '../support/run/server.ts';
import { type Broken, breaks } from './breaks.ts';
import type { Tally } from './life.ts';
import { type Lived, live } from './simulation.ts';
import type { Extent } from './world.ts';

/** How much one of many lives is: long enough for labels to be renewed and to end. */
const usual: Extent = { labels: 12, years: 4.5 };

const { values } = parseArgs({
  options: {
    /** How many label-years in lives of the usual extent; with `labels`, how many years one life of so many labels takes. */
    years: { type: 'string', default: '50' },
    labels: { type: 'string' },
    seed: { type: 'string', default: '20130424' },
    /** This life of the seed alone, as a fault names it. */
    path: { type: 'string' },
    /** Something that is wrong on purpose, and that the lives must find. */
    break: { type: 'string' },
    /** Tells every move as it is made. */
    story: { type: 'boolean', default: false },
  },
});

process.env[serverFolderVariable] ??= await serverFolder();
try {
  process.exitCode = (await simulate()) ? 0 : 1;
} finally {
  await end();
}

/** Lives until the years are over or something is wrong; false then. */
async function simulate(): Promise<boolean> {
  const seed = Number(values.seed);
  const years = Number(values.years);
  const extent = values.labels === undefined ? usual : { labels: Number(values.labels), years };
  const isOne = values.labels !== undefined || values.path !== undefined;
  const broken = brokenBy(values.break);
  const tally: Tally = new Map();
  const began = Date.now();
  let [lived, renewed] = [0, 0];
  for (let i = Number(values.path ?? 0); ; i += 1) {
    const path = String(i);
    const tell = ({ labelYears, turns }: Omit<Lived, 'fault'>) => {
      const minutes = ((Date.now() - began) / 60_000).toFixed(1);
      const so = `${(lived + labelYears).toFixed(1)} label-years in ${minutes} min`;
      console.log(`${so}; life ${path} of seed ${seed}, ${turns} turns`);
    };
    const listener = {
      progress: tell,
      move: (line: string) => (values.story ? console.log(line) : undefined),
    };
    const { fault, ...done } = await live({ seed, path, broken, ...extent }, tally, listener);
    tell(done);
    lived += done.labelYears;
    renewed += done.renewed;
    if (fault !== null) {
      const size = values.labels === undefined ? '' : ` --labels ${extent.labels} --years ${extent.years}`;
      const also = values.break === undefined ? '' : ` --break ${values.break}`;
      console.error(
        `${fault}\n\nLive it again${commit()}:\n  npm run simulate -- --seed ${seed} --path ${path}${size}${also}`,
      );
      return false;
    }
    if (isOne || lived >= years) break;
  }
  console.log(tableOf(tally));
  console.log(`${lived.toFixed(1)} label-years without a fault, ${renewed} labels renewed`);
  return true;
}

function brokenBy(name: string | undefined): Broken {
  if (name === undefined) return {};
  const broken = breaks[name];
  if (!broken) throw new Error(`there is no break ${name}; there are ${Object.keys(breaks).join(', ')}`);
  return broken();
}

/** At which commit; nothing where the tree is no checkout, or there is no Git. */
function commit(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty', '--abbrev=40'], {
    encoding: 'utf8',
  });
  return stdout ? ` at ${stdout.trim()}` : '';
}

/** How often each move was made, and why it was refused most often. */
function tableOf(tally: Tally): string {
  const rows = [...tally].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return rows
    .map(([name, ends]) => {
      const [often = ''] = [...ends]
        .filter(([how]) => how !== 'taken')
        .toSorted(([, a], [, b]) => b - a)
        .map(([how, n]) => `${how} ${n}`);
      return `${name}: ${ends.get('taken') ?? 0}${often && `; ${often}`}`;
    })
    .join('\n');
}
