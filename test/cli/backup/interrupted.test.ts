// Tier: all. Budget: 17 s.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { makeBackup } from '../../../src/boot/backup/makeBackup.ts';
import { openCopy } from '../../../src/boot/backup/openCopy.ts';
import { datedName, removeOlder } from '../../../src/cli/backup/datedFiles.ts';
import { explainedWrite } from '../../../src/cli/backup/explainedWrite.ts';
import { writeWhole } from '../../../src/cli/backup/wholeFile.ts';
import { connectPlain } from '../../../src/storage/database/connectPlain.ts';
import { testFolder } from '../../support/run/folders.ts';
import { builtCli } from '../../support/servers/builtCli.ts';
import { startReplicaSet } from '../../support/servers/replicaSet.ts';
import { type BackupWorld, backupWorld } from './backupWorld.ts';

/** When reading has begun, and when nothing but the last collection is left to be read. */
const moments = { reads: /^ {2}entries: /m, ends: /^ {2}zz\.last: /m };

const nowhere = 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100';

describe('an interrupted backup', () => {
  let world: BackupWorld;
  before(async () => {
    world = await backupWorld();
    // Read last, and for long enough that a signal comes before the end of it.
    for (const name of ['zz.last', 'zz.more'])
      await world.service.connection
        .collection(name)
        .insertMany(Array.from({ length: 4 }, () => ({ bytes: randomBytes(4_000_000) })));
  });
  after(() => world.stop());

  const start = (to: string, stdout: 'ignore' | number = 'ignore', ...more: readonly string[]) => {
    const args = [builtCli, 'backup', to, '--recipient', world.keys.recipient, ...more];
    const env = { ...world.environment, MONGODB_NAME: world.config.databaseName };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', stdout, 'pipe'] });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      said += words;
    });
    return { child, said: () => said, closed: once(child, 'close') };
  };
  const saying = async ({ child, said }: ReturnType<typeof start>, what: RegExp) => {
    while (!what.test(said()) && child.exitCode === null)
      await once(child.stderr as NonNullable<ChildProcess['stderr']>, 'data');
  };
  const refusal = (file: string) =>
    world.restore(file, `${world.config.databaseName}-half`).then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );

  for (const [signal, moment] of [
    ['SIGINT', 'ends'],
    ['SIGTERM', 'reads'],
    ['SIGKILL', 'ends'],
  ] as const)
    it(`leaves nothing that looks whole where ${signal} comes while it ${moment}`, async () => {
      const folder = world.file(signal);
      mkdirSync(folder);
      const run = start(join(folder, 'a.backup'));
      await saying(run, moments[moment]);
      run.child.kill(signal);
      const [status, ended] = await run.closed;
      const left = await readdir(folder);
      if (signal !== 'SIGKILL') {
        expect([status, ended], run.said()).to.deep.equal([1, null]);
        expect(run.said()).to.match(/^Interrupted: nothing was left behind\.$/m);
        expect(left).to.deep.equal([]);
        return;
      }
      expect(ended).to.equal(signal);
      expect(left).to.have.length(1);
      const half = join(folder, left[0] ?? '');
      expect(half).to.match(/\.half$/);
      expect((await stat(half)).size, 'it was read for a while').to.be.above(0);
      expect(await refusal(half)).to.match(/damaged or cut off/);
    });

  it('is made the next time, whatever an earlier one left', async () => {
    const folder = world.file('SIGKILL');
    const run = start(join(folder, 'a.backup'));
    expect((await run.closed)[0], run.said()).to.equal(0);
    await world.restore(join(folder, 'a.backup'), `${world.config.databaseName}-next`);
    const restored = await connectPlain(world.service.uri, `${world.config.databaseName}-next`);
    expect(await restored.collection('zz.more').countDocuments()).to.equal(4);
    await restored.dropDatabase();
    await restored.close();
  });

  it('says of its place why it cannot be written', async () => {
    await writeFile(world.file('a file'), '');
    const folderless = explainedWrite(world.file('a file/x.backup'), Readable.from([]), async (bytes) => {
      await writeWhole(world.file('a file/x.backup'), bytes);
    });
    const said = await folderless.then(String, (error: Error) => error.message);
    expect(said).to.match(/^No backup was made: .*a part of its path is not a folder/);
    const run = start('-', openSync('/dev/full', 'w'));
    expect((await run.closed)[0]).to.equal(1);
    expect(run.said()).to.match(
      /\nNo backup was made: .*standard output cannot be written, the disk is full \(ENOSPC\).*Nothing was left behind\.\n$/,
    );
  });

  it('is none where the primary steps down: another one goes on from the same instant', async () => {
    const set = await startReplicaSet({ size: 2, electionTimeoutMillis: 1000 });
    const name = 'stepping-down';
    const connection = await connectPlain(set.uri, name);
    await connection.collection('migrations').insertOne({ phase: 'none' });
    await connection
      .collection('things')
      .insertMany(Array.from({ length: 12 }, (_, n) => ({ n, bytes: randomBytes(2_000_000) })));
    const file = world.file('stepped-down.age');
    let down: Promise<void> | undefined;
    const config = { ...world.configOf(name), mongodbUri: set.uri };
    const { signal } = new AbortController();
    await makeBackup(config, {
      ...{ recipients: [world.keys.recipient], withKeys: false, signal, progress: () => {} },
      keep: (bytes) =>
        writeWhole(
          file,
          (async function* () {
            for await (const chunk of bytes) {
              down ??= set.primary().then((primary) => primary.stepDown());
              await down;
              yield chunk;
            }
          })(),
        ),
    });
    await connection.close();
    await set.stop();
    const into = `${world.config.databaseName}-stepped`;
    await world.restore(file, into);
    const restored = await connectPlain(world.service.uri, into);
    expect(await restored.collection('things').countDocuments()).to.equal(12);
    await restored.dropDatabase();
    await restored.close();
  });
});

describe('a backup that is looked into on another server', () => {
  let world: BackupWorld;
  before(async () => {
    world = await backupWorld();
    await world.backUp(world.file('a.backup'));
    await writeFile(world.file('key.txt'), `${world.keys.identity}\n`);
  });
  after(() => world.stop());
  const check = (uri: string) => {
    const args = [
      builtCli,
      'restore',
      world.file('a.backup'),
      '--check',
      '--identity',
      world.file('key.txt'),
    ];
    const name = { MONGODB_NAME: world.config.databaseName, CHECK_MONGODB_URI: uri };
    const env = { ...world.environment, MONGODB_URI: nowhere, ...name };
    return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const ended = async (child: ReturnType<typeof check>, stopAt?: RegExp) => {
    let said = '';
    let stopped = false;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (words: string) => {
        said += words;
        if (stopAt?.test(said) && !stopped) stopped = child.kill('SIGTERM');
      });
    const [status] = await once(child, 'close');
    return { status, said };
  };

  it('leaves no database there: whole, interrupted while it is loaded, and while it is looked into', async () => {
    const { uri } = world.service;
    const whole = await ended(check(uri));
    expect([whole.status, whole.said.match(/^✓ /gm)?.length], whole.said).to.deep.equal([0, 8]);
    const said = [whole.said];
    for (const moment of [/entries: loading/, /✓ documents/]) {
      const stopped = await ended(check(uri), moment);
      said.push(stopped.said);
      expect(stopped.said, String(moment)).to.match(/^Interrupted: nothing was left behind\.$/m);
      expect(stopped.status, String(moment)).to.equal(1);
    }
    const copies = said.map((words) => /looked into in (made-in-ess-check-[0-9a-f]{8})/.exec(words)?.[1]);
    const { databases } = await world.service.connection.getClient().db('admin').admin().listDatabases();
    expect(copies).to.have.length(3).and.not.include(undefined);
    expect(databases.filter(({ name }) => copies.includes(name))).to.deep.equal([]);
  });

  it('never goes to the database of the service, and says what does not answer', async () => {
    const own = world.service.uri.replace(/\/(\?|$)/, `/${world.config.databaseName}$1`);
    const refusedOf = (checkMongodbUri: string) =>
      openCopy({ ...world.config, checkMongodbUri }, world.source('a.backup')).then(
        () => 'nothing was refused',
        (error: Error) => error.message,
      );
    expect(await refusedOf(own)).to.match(/names .*, the database of the service: leave its name out/);
    expect(await refusedOf(nowhere)).to.match(/The server in CHECK_MONGODB_URI gives no answer/);
  });
});

describe('backups in a folder', () => {
  it('are named by their time, and all but the newest ones go, with old halves and nothing else', async () => {
    const folder = await testFolder();
    const day = (n: number) => new Date(Date.UTC(2026, 10, n, 3, 15));
    const named = (n: number, database = 'made-in-ess') => datedName(database, day(n));
    expect(named(2)).to.equal('made-in-ess-2026-11-02T031500Z.backup');
    const others = [named(1, 'another'), 'made-in-ess.backup', 'first.backup', `${named(1)}.age`];
    const halves = [`${named(3)}.0123abcd.half`, `${named(29)}.0123abcd.half`];
    for (const name of [...others, ...halves, ...[1, 2, 3, 4].map((n) => named(n))])
      await writeFile(join(folder, name), '');
    await utimes(join(folder, halves[0] ?? ''), day(3), day(3));
    await utimes(join(folder, halves[1] ?? ''), day(29), day(29));
    const gone = await removeOlder(folder, { database: 'made-in-ess', keep: 2, now: day(29) });
    expect(gone).to.deep.equal([named(1), named(2), halves[0]]);
    expect(await readdir(folder)).to.have.members([...others, named(3), named(4), halves[1]]);
  });
});
