// Tier: night. Budget: 20 s.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { signedIn } from '../../src/cli/demo/signedIn.ts';
import { Visitor } from '../../src/cli/demo/visitor.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { connectPlain } from '../../src/storage/database/connectPlain.ts';
import type { OpenDatabase } from '../../src/storage/database/mongod.ts';
import { openDatabase } from '../../src/storage/database/openDatabase.ts';
import { createJournal } from '../../src/storage/privacy/createJournal.ts';
import { serverFolder, testFolder } from '../support/run/folders.ts';
import { inSteps } from '../support/run/inSteps.ts';
import { databaseOptions, keysFolder } from '../support/run/server.ts';
import { builtCli } from '../support/servers/builtCli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The version before this one: the last that was landed. */
const previous = 'db0c82d7';

const hasHistory = spawnSync('git', ['cat-file', '-e', `${previous}^{commit}`], { cwd: root }).status === 0;

describe('an upgrade', () => {
  if (!hasHistory)
    return void it.skip(
      `is not tried: this copy of the repository does not hold the version before (${previous})`,
    );
  inSteps();
  const running: ChildProcess[] = [];
  let older: string;
  let server: OpenDatabase;
  let connection: Connection;
  let settings: NodeJS.ProcessEnv;
  let number: string;
  let versions: { readonly before: string; readonly after: string };

  before(async () => {
    older = await sourcesOf(previous);
    // A server of its own: the question who else is connected is about all of a server.
    server = await openDatabase(databaseOptions(await serverFolder()));
    settings = {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, MONGODB_URI: server.uri, KEYS_DIR: keysFolder() },
      ...{ DATA_DIR: await testFolder(), PORT: '0', LOG_LEVEL: 'silent', FIRST_SPECIMENS: '0' },
    };
  });
  after(async () => {
    await Promise.all(running.map((child) => ended(child, 'SIGKILL')));
    await connection?.close();
    await server?.stop();
  });

  /** How the version before is started, of which there are the sources alone, and how this one. */
  const theOlder = ['--import=tsx', 'src/cli.ts'];
  const theNewer = [builtCli];
  const run = (version: readonly string[], ...args: readonly string[]) =>
    spawnSync(process.execPath, [...version, ...args], { cwd: older, env: settings, encoding: 'utf8' });
  const serve = async (version: readonly string[]): Promise<string> => {
    const child = spawn(process.execPath, [...version, 'serve'], {
      ...{ cwd: older, env: settings, stdio: ['ignore', 'pipe', 'inherit'] },
    });
    running.push(child);
    return addressOf(child);
  };
  /** Somebody new signs in there, and the label that was there before is shown. */
  const answersAndWrites = async (address: string, name: string) => {
    await signedIn(address, `${name}@upgrade.example`);
    const page = await new Visitor(address).open(`/fr/labels/${number}`);
    expect(page.html.text).to.include(number);
  };

  it('begins with data that the version before has written', async () => {
    const filled = run(theOlder, 'seed', '--labels', '20', '--files', '6');
    expect(filled.status, filled.stderr).to.equal(0);
    connection = await connectPlain(server.uri, 'made-in-ess');
    const migrations = await connection.collection('migrations').find().toArray();
    expect(migrations.some(({ phase }) => phase !== undefined)).to.equal(false);
    number = String(requireVisible(await connection.collection('entries').findOne({}))._id);
  });

  it('lets both versions answer and write beside each other', async () => {
    versions = { before: await serve(theOlder), after: '' };
    await answersAndWrites(versions.before, 'before');
    versions = { ...versions, after: await serve(theNewer) };
    for (const [i, address] of [versions.before, versions.after, versions.before].entries())
      await answersAndWrites(address, `beside-${i}`);
    // Whom the older one let in is known to the newer.
    await signedIn(versions.after, 'before@upgrade.example');
    expect(await connection.collection('people').countDocuments({ email: /@upgrade/ })).to.equal(4);
  });

  it('takes nothing away while the older one runs, and then what only that one needed', async () => {
    const indexes = async () => (await connection.collection('records').indexes()).map(({ name }) => name);
    const refused = run(theNewer, 'migrate', '--contract');
    expect([refused.status, refused.stdout]).to.deep.equal([1, '']);
    expect(refused.stderr).to.match(
      /An older version of the service is still connected \(from 127.0.0.1\).* stop it first/,
    );
    expect(await indexes()).to.include('actor.id_1_at_-1');
    await ended(requireVisible(running[0]), 'SIGTERM');
    const done = run(theNewer, 'migrate', '--contract');
    expect([done.status, done.stderr, done.stdout]).to.deep.equal([
      0,
      '',
      'contracted: 0101-redundant-indexes\n',
    ]);
    expect(await indexes()).to.not.include('actor.id_1_at_-1');
  });

  it('leaves everything whole: people sign in, labels are shown, every chain of the journal holds', async () => {
    await answersAndWrites(versions.after, 'after');
    await signedIn(versions.after, 'beside-0@upgrade.example');
    const { faults, lines } = await createJournal(connection).verify();
    expect(faults).to.deep.equal([]);
    expect(lines).to.be.greaterThan(6);
  });
});

/** The sources of a version in a folder of their own, with what this one has installed and built. */
async function sourcesOf(commit: string): Promise<string> {
  const folder = await testFolder();
  const archive = spawnSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 28 });
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  expect([archive.status, unpacked.status], String(unpacked.stderr)).to.deep.equal([0, 0]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist'));
  cpSync(join(root, 'dist/assets'), join(folder, 'dist/assets'), { recursive: true });
  return folder;
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stdout) throw new Error('the output of the service must be a pipe');
    let said = '';
    createInterface(stdout)
      .on('line', (line) => {
        said += `${line}\n`;
        const [, address] = /is at (http:\S+)\/fr$/.exec(line) ?? [];
        if (address !== undefined) resolve(address);
      })
      .once('close', () => reject(new Error(`it ended before it listened: ${said}`)));
  });
}

async function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
