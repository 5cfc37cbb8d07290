import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { builtCli } from '../support/servers/builtCli.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What is typed behind the name of the program, how it ends, and what it says. */
const rows: readonly (readonly [string, number, RegExp])[] = [
  ['--version', 0, new RegExp(`^${version}\n$`)],
  ['--help', 0, /^Usage: made-in-ess .*\n {2}serve /s],
  ['serv', 1, /^error: unknown command 'serv'\n\(Did you mean serve\?\)\n$/],
  ['probe --redy', 1, /^error: unknown option '--redy'\n\(Did you mean --ready\?\)\n$/],
];

describe('made-in-ess', () => {
  for (const [typed, status, says] of rows) {
    it(`answers "${typed}"`, () => {
      const ended = spawnSync(process.execPath, [builtCli, ...typed.split(' ')], { encoding: 'utf8' });
      expect(ended.stdout + ended.stderr).to.match(says);
      expect(ended.status).to.equal(status);
    });
  }
});
