import { spawnSync } from 'node:child_process';
import { environmentWith } from '../config.ts';

/** Runs this very program with arguments in a process of a scheme, because modules are loaded for one alone; gives how it ended. */
export function runAsScheme(scheme: string, args: readonly string[]) {
  return spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1, 2), ...args], {
    env: environmentWith(`SCHEME=${scheme}`),
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
}
