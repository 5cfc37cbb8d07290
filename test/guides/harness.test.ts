import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { isPrinted, readCommands } from '../support/guides/readCommands.ts';
import { openShell, type Shell } from '../support/guides/shell.ts';
import { testFolder } from '../support/run/folders.ts';

const page = `# Guide

## Begin

\`\`\`sh
echo one
\`\`\`

\`\`\`text
one
\`\`\`

\`\`\`yaml
echo: not a command
\`\`\`

\`\`\`sh no-test: needs a container daemon
echo two
\`\`\`
`;

describe('the commands of a guide', () => {
  let shell: Shell;
  before(async () => {
    const folder = await testFolder();
    mkdirSync(join(folder, 'scripts'));
    shell = openShell(folder, join(folder, 'scripts'), { PATH: process.env.PATH });
  });
  after(() => shell.stop());

  it('are its blocks of sh, with what they print and why one is not run', () => {
    expect(readCommands(page)).deep.equal([
      { heading: 'Begin', line: 6, code: 'echo one\n', notRun: null, prints: ['one'] },
      { heading: 'Begin', line: 18, code: 'echo two\n', notRun: 'needs a container daemon', prints: [] },
    ]);
  });

  for (const info of ['sh no-test', 'sh no-test:', 'sh no-test: no', 'sh notest: needs a container daemon']) {
    it(`are not left out by "${info}", which gives no reason`, () => {
      expect(() => readCommands(`\`\`\`${info}\necho\n\`\`\`\n`)).throw(/^line 2: /);
    });
  }

  it('print a line with … for what differs each time', () => {
    expect(isPrinted('key-…-1 signs.', 'first\nkey-2026-1 signs.\n')).equal(true);
    expect(isPrinted('key-…-1 signs.', 'key-2026-1 signs?\n')).equal(false);
    expect(isPrinted('key-…-1 signs.', 'key-2026\n-1 signs.\n')).equal(false);
  });

  it('keep folder, variables and jobs from block to block, and read nothing', async () => {
    await shell.run(
      'mkdir below && cd below\nname=ESS\nsleep 1000 &\nread -r line || echo nothing to read\n',
    );
    expect(await shell.run('echo "$name $(basename "$PWD") $(kill -0 $! && echo running)"\n')).equal(
      'ESS below running\n',
    );
  });

  it('fail with what was printed, and end there', async () => {
    const failed = await shell.run('echo before; false; echo after\n').catch(String);
    expect(failed).equal('Error: failed after it printed:\nbefore\n');
    expect(await shell.run('echo\n').catch(String)).include('Error');
  });
});
