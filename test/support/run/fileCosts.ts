import { appendFileSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../../../src/projectFile.ts';
import { runFolder } from './server.ts';

const root = fileURLToPath(projectFile('.'));
let before = { own: 0, children: 0 };

/** Adds a line to `costs.tsv` of the run: processor seconds of this process and of its ended children since the last file, and the file. */
export function noteCost(file: string): void {
  const now = costNow();
  const seconds = [now.own - before.own, now.children - before.children].map((s) => s.toFixed(2));
  before = now;
  appendFileSync(join(runFolder(), 'costs.tsv'), `${[...seconds, relative(root, file)].join('\t')}\n`);
}

function costNow(): typeof before {
  const { user, system } = process.cpuUsage();
  return { own: (user + system) / 1e6, children: childrenSeconds() };
}

/** proc(5): cutime and cstime, in hundredths of a second; there is no such file but on Linux. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}
