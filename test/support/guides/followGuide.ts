import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { testFolder } from '../run/folders.ts';
import { inSteps } from '../run/inSteps.ts';
import { databaseOptions } from '../run/server.ts';
import { layOutBuild } from './builtLayout.ts';
import { isThere } from './isThere.ts';
import { isPrinted, readCommands } from './readCommands.ts';
import { openShell, type Shell } from './shell.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a guide may use, and a machine with Node.js alone need not have. */
const tools = ['curl', 'openssl', 'perl'];

/** What is other for a test than for who reads the guide. */
export interface Differences {
  /** Texts of the commands, such as a port or an address, and what is run in their place. */
  readonly instead?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * A test for each block of commands of a guide, one after the other in one shell, in a folder of its own that holds the built
 * program; `differences` is asked before the first.
 */
export function followGuide(path: string, differences: () => Promise<Differences> = async () => ({})): void {
  const run = readCommands(readFileSync(join(root, path), 'utf8')).filter(({ notRun }) => notRun === null);
  const absent = tools.filter((tool) => run.some(({ code }) => code.includes(`${tool} `)) && !isThere(tool));
  if (absent.length > 0)
    return void it.skip(`is not followed, because this machine has no ${absent.join(', ')}`);
  let shell: Shell;
  let instead: [string, string][];
  inSteps();

  before(async () => {
    const { instead: others = {}, env = {} } = await differences();
    instead = Object.entries(others);
    shell = await openGuideShell(env);
  });
  after(() => shell.stop());

  it('has the texts that a test replaces', () => {
    const missing = instead.filter(([text]) => !run.some(({ code }) => code.includes(text)));
    expect(missing.map(([text]) => text)).deep.equal([]);
  });

  for (const { heading, line, code, prints } of run) {
    it(`${heading}: line ${line}`, async () => {
      const output = await shell.run(
        instead.reduce((all, [text, other]) => all.replaceAll(text, other), code),
      );
      expect(
        prints.filter((printed) => !isPrinted(printed, output)),
        output,
      ).deep.equal([]);
    });
  }

  it('leaves no secret where git would take it along', async () => {
    expect(await strayKeys(shell)).deep.equal([]);
  });
}

/** How a secret key begins, in the formats that the service and its guides make. */
const secretKey = 'PRIVATE KEY-----|AGE-SECRET-KEY-1|^SESSION_SECRET=..|"d": ?"';

/** Files with a secret that neither git leaves out nor the repository has. */
async function strayKeys(shell: Shell): Promise<string[]> {
  const found = await shell.run(
    `{ grep -rlE '${secretKey}' --exclude-dir=node_modules . || true; find . -name '*.p12'; } | sed 's|^./||' | sort -u`,
  );
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: root, input: found, encoding: 'utf8' }).stdout.split('\n');
  const known = new Set([...git('check-ignore', '--no-index', '--stdin'), ...git('ls-files')]);
  return found.split('\n').filter((file) => !known.has(file));
}

/** Stands in for Docker, which a machine of tests need not have: looks whether Compose finds its file and settings, and takes what it is given. */
const standIn = `#!/bin/sh
set -eu
test "$1" = compose && test -f "$COMPOSE_FILE" && test -f "$(dirname "$COMPOSE_FILE")/.env"
case "$*" in
  *' -T '*) test "$(head -c 9 | wc -c)" -eq 9 ;;
  *' cat '*) echo 'as the container says' ;;
esac
`;

/** A shell whose home and temporary files are its own, in a copy of what the build made. */
async function openGuideShell(env: NodeJS.ProcessEnv): Promise<Shell> {
  const folder = await testFolder();
  const at = (name: string) => join(folder, name);
  layOutBuild(at('made-in-ess'));
  for (const name of ['home', 'tmp', 'scripts', 'tools']) mkdirSync(at(name));
  writeFileSync(at('tools/docker'), standIn, { mode: 0o755 });
  // A database server that outlives a killed run is looked for there.
  symlinkSync(at('made-in-ess/var/mongo'), at('mongo'));
  const { path, cacheDir, mongodBinary } = databaseOptions(folder);
  return openShell(at('made-in-ess'), at('scripts'), {
    PATH: `${at('home/.local/bin')}:${at('tools')}:${path}`,
    HOME: at('home'),
    TMPDIR: at('tmp'),
    XDG_CACHE_HOME: join(cacheDir, '..'),
    ...(mongodBinary && { MONGOD_BINARY: mongodBinary }),
    ...env,
  });
}
