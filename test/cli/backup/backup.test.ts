// Tier: all. Budget: 15 s.
import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { openCopy } from '../../../src/boot/backup/openCopy.ts';
import { backup as backUpCommand } from '../../../src/cli/backup/backup.ts';
import { writeWhole } from '../../../src/cli/backup/wholeFile.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { specimenRoot } from '../../../src/issuing/keys/bundleKey.ts';
import { connectPlain } from '../../../src/storage/database/connectPlain.ts';
import { missingIndexes } from '../../../src/storage/database/migrations/expectedIndexes.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { keysFolder } from '../../support/run/server.ts';
import { builtCli, productionSettings, runCli } from '../../support/servers/builtCli.ts';
import { type BackupWorld, backupWorld } from './backupWorld.ts';

describe('backup and restore', () => {
  let world: BackupWorld;
  let backup: string;
  const restored: Connection[] = [];
  before(async () => {
    world = await backupWorld();
    backup = world.file('first.age');
    await world.backUp(backup);
  });
  after(async () => {
    for (const connection of restored) {
      await connection.dropDatabase();
      await connection.close();
    }
    await world.stop();
  });
  const open = async (name: string) => {
    const connection = await connectPlain(world.service.uri, name);
    restored.push(connection);
    return connection;
  };
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );
  const run = (settings: object, ...args: readonly string[]) =>
    runCli({ ...world.environment, MONGODB_NAME: world.config.databaseName, ...settings }, ...args);

  it('gives everything of one instant back, with keys and secrets, while others go on writing', async () => {
    const { connection } = world.service;
    const pairs = (of: Connection) =>
      Promise.all(
        ['counters', 'badgeHosts'].map((name) =>
          of.collection(name).countDocuments({ _id: /^pair / as never }),
        ),
      );
    let written = 0;
    const write = async () => {
      await connection.transaction(async (session) => {
        for (const name of ['counters', 'badgeHosts'])
          await connection
            .collection<{ _id: string }>(name)
            .insertOne({ _id: `pair ${written}` }, { session });
      });
      written += 1;
    };
    for (let i = 0; i < 5; i += 1) await write();
    const file = world.file('written-on.age');
    await world.backUp(file, {
      // One more before each piece of the backup is kept.
      keep: (bytes) =>
        writeWhole(
          file,
          (async function* () {
            for await (const chunk of bytes) {
              await write();
              yield chunk;
            }
          })(),
        ),
    });
    expect(written).to.be.greaterThan(6);
    const into = `${connection.name}-pairs`;
    const { header } = await world.restore(file, into, { keysFolder: world.file('keys') });
    const [counted, hosted] = await pairs(await open(into));
    // Those from before are all there, and of the others none by half.
    expect(counted).to.equal(hosted).and.to.be.within(5, written);
    expect(header.keys).to.equal(true);
    for (const name of await readdir(keysFolder()))
      if (name.endsWith('.json'))
        expect(await readFile(world.file(`keys/${name}`))).to.deep.equal(
          await readFile(`${keysFolder()}/${name}`),
        );
    expect(await readFile(world.file('keys/secrets.env'), 'utf8')).to.equal(
      `SESSION_SECRET=${productionSettings.SESSION_SECRET}\n`,
    );
    expect((await stat(world.file('keys/secrets.env'))).mode & 0o077).to.equal(0);
    await connection.collection('counters').deleteMany({ _id: /^pair / as never });
    await connection.collection('badgeHosts').deleteMany({ _id: /^pair / as never });
  });

  it('restores indexes, journal and labels, and leaves out what ends by itself', async () => {
    const { connection } = world.service;
    const into = `${connection.name}-all`;
    await connection.collection('limits').insertOne({ key: 'a', expire: new Date() });
    await world.restore(backup, into);
    const there = await open(into);
    for (const name of ['records', 'entries', 'people', 'fs.chunks', 'sentLetters']) {
      const keysOf = async (of: Connection) =>
        (await of.collection(name).indexes()).map(({ key }) => JSON.stringify(key)).sort();
      expect(await keysOf(there), name).to.deep.equal(await keysOf(connection));
      const count = (of: Connection) => of.collection(name).countDocuments();
      expect(await count(there), name).to.equal(await count(connection));
    }
    expect([...(await missingIndexes(there)).keys()]).to.deep.equal([]);
    expect((await createJournal(there).verify()).faults).to.deep.equal([]);
    expect(await there.collection('limits').countDocuments()).to.equal(0);
    const states = await there.collection('entries').distinct('state');
    expect(states).to.have.members(await connection.collection('entries').distinct('state'));
    expect(states.length).to.be.greaterThan(6);
    // The public log of a copy signs nothing until somebody shows that no more was published.
    expect(await there.collection('logHeads').distinct('held')).to.deep.equal([true]);
    expect(await connection.collection('logHeads').distinct('held')).to.deep.equal([]);
  });

  it('looks into a backup on a server of its own: a line for each check, and what is wrong by name', async () => {
    const keyFile = world.file('key.txt');
    await writeFile(keyFile, `# public key: ${world.keys.recipient}\n${world.keys.identity}\n`);
    const nowhere = { MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100' };
    const whole = run(nowhere, 'restore', backup, '--check', '--identity', keyFile);
    expect(whole.stderr).to.not.include('Error');
    expect(whole.stdout.split('\n').map((line) => line.split(':')[0])).to.deep.equal([
      ...['✓ recipients', '✓ signature', '✓ documents', '✓ journal', '✓ files', '✓ labels'],
      ...['✓ credentials', '✓ keys', ''],
    ]);
    expect(whole.stdout).to.match(/credentials: 2 certificates and credentials/);
    expect(whole.status).to.equal(0);

    const { connection } = world.service;
    const chunk = requireVisible(await connection.collection('fs.chunks').findOne({}));
    const line = requireVisible(await connection.collection('records').findOne({ seq: 2 }));
    await connection
      .collection('fs.chunks')
      .updateOne({ _id: chunk._id }, { $set: { data: Buffer.from('other') } });
    await connection.collection('records').updateOne({ _id: line._id }, { $set: { at: 'another day' } });
    const head = requireVisible(await connection.collection('logHeads').findOne({}));
    await connection.collection('logHeads').updateOne({ _id: head._id }, { $set: { vkey: 'another key' } });
    const { deps } = world.service;
    const other = { folder: world.file('other-keys'), publicUrl: deps.publicUrl, make: true };
    const root = requireVisible(await specimenRoot(other, deps.clock.now().toISOString()));
    await deps.store.addRoot({ id: 'other', since: '', root });
    try {
      await world.backUp(world.file('broken.age'));
      const broken = await world.check('broken.age');
      const ended = run(nowhere, 'restore', world.file('broken.age'), '--check', '--identity', keyFile);
      expect([ended.status, ended.stdout.match(/^✗ journal/gm)?.length]).to.deep.equal([1, 1]);
      expect(broken).to.match(/✗ journal: 1 broken chains, the first: .*line 2: this line was changed/);
      expect(broken).to.match(/✗ files: bytes that do not match their digest: [0-9a-f]{64}\n/);
      expect(broken).to.match(/✗ keys: log\.json is not the key .*; bundle\.pem is not the key/);
    } finally {
      await connection.collection('trustRoots').deleteMany({});
      await connection.collection('logHeads').replaceOne({ _id: head._id }, head);
      await connection.collection('fs.chunks').replaceOne({ _id: chunk._id }, chunk);
      await connection.collection('records').replaceOne({ _id: line._id }, line);
    }
  });

  it('refuses in a sentence whatever it cannot restore, and leaves the database as empty as it was', async () => {
    const bytes = await readFile(backup);
    const changed = Buffer.from(bytes);
    changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(world.file('changed.age'), changed);
    await writeFile(world.file('short.age'), bytes.subarray(0, bytes.length - 70_000));
    await writeFile(world.file('other.age'), 'a letter\n');
    await world.backUp(world.file('plain'), { recipients: [] });
    const plain = await readFile(world.file('plain'));
    await writeFile(world.file('plain-short'), plain.subarray(0, plain.length >> 1));
    const { identity } = await (await import('../../../src/boot/backup/makeBackupKey.ts')).makeBackupKey();
    const cases: [string, object, RegExp][] = [
      ['changed.age', {}, /damaged or cut off/],
      ['short.age', {}, /changed, damaged or cut off/],
      ['plain-short', {}, /cut off/],
      ['other.age', {}, /is no backup/],
      ['first.age', { identities: [] }, /is encrypted: name .* --identity/],
      ['first.age', { identities: [identity] }, /No key of --identity opens/],
      ['nowhere.age', {}, /ENOENT/],
    ];
    const into = `${world.service.connection.name}-refused`;
    const there = await open(into);
    for (const [file, options, sentence] of cases) {
      expect(await refusal(world.restore(world.file(file), into, options)), file).to.match(sentence);
      expect(await there.listCollections(), file).to.deep.equal([]);
    }
    const own = world.service.connection.name;
    expect(await refusal(world.restore(backup, own))).to.match(/not empty .* Nothing was changed/);
  });

  it('is restored by no program older than the one that changed the database', async () => {
    const migrations = world.service.connection.collection<{ _id: string; phase: string }>('migrations');
    await migrations.insertOne({ _id: '9999-later', phase: 'contract' });
    await world.backUp(world.file('later.age'));
    await migrations.deleteOne({ _id: '9999-later' });
    const into = `${world.service.connection.name}-later`;
    expect(await refusal(world.restore(world.file('later.age'), into))).to.match(
      /^This backup was changed by a newer version .*\(9999-later\).* Take that version or a newer one/,
    );
    expect(await (await open(into)).listCollections()).to.deep.equal([]);
  });

  it('leaves no half of a file behind: stopped in the middle, or where the disk is full', async () => {
    const folder = world.file('halves');
    const stop = new AbortController();
    const stopped = world.backUp(`${folder}/stopped.age`, {
      signal: stop.signal,
      keep: (bytes) =>
        writeWhole(
          `${folder}/stopped.age`,
          (async function* () {
            for await (const chunk of bytes) {
              yield chunk;
              stop.abort();
            }
          })(),
        ),
    });
    expect(await refusal(stopped)).to.match(/aborted/);
    expect(await refusal(world.backUp(`${world.file('key.txt')}/never.age`))).to.match(/EEXIST|ENOTDIR/);
    expect(await readdir(folder)).to.deep.equal([]);
    // No file of more than 8 kB can be written by this shell and what it starts.
    const script = `trap '' XFSZ; ulimit -f 8; exec "$0" ${builtCli} backup ${folder}/full.age --recipient ${world.keys.recipient}`;
    const env = { ...world.environment, MONGODB_NAME: world.config.databaseName, SECURITY_LOG: 'off' };
    const full = spawnSync('bash', ['-c', script, process.execPath], { env, encoding: 'utf8' });
    expect(full.stderr).to.include('EFBIG');
    expect(full.status).to.equal(1);
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('writes nothing unencrypted unless told, notes each backup, and tells the security log', async () => {
    expect(await refusal(backUpCommand(world.file('never'), {}))).to.match(/--recipient age1…/);
    expect(await refusal(world.backUp(world.file('never'), { recipients: ['age1nobody'] }))).to.match(
      /age1nobody is no public key of age/,
    );
    const keyless = run({ KEYS_DIR: world.file('no keys') }, 'backup', world.file('never'), '--unencrypted');
    expect(keyless.status).to.equal(1);
    expect(keyless.stderr).to.match(/no keys holds no key, though .* KEYS_DIR, or say --without-keys/);
    expect((await readdir(world.folder)).filter((name) => name.startsWith('never'))).to.deep.equal([]);

    const { connection } = world.service;
    const before = await connection.collection('backups').countDocuments();
    const piped = spawnSync(process.execPath, [builtCli, 'backup', '-', '--unencrypted', '--without-keys'], {
      env: { ...world.environment, MONGODB_NAME: connection.name },
      maxBuffer: 2 ** 28,
    });
    expect(String(piped.stderr)).to.match(/NOT ENCRYPTED, without keys/);
    expect(await connection.collection('backups').countDocuments()).to.equal(before + 1);
    const note = await connection.collection('backups').findOne({}, { sort: { finishedAt: -1 } });
    expect(note).to.include({ encrypted: false, keys: false, bytes: piped.stdout.length });
    const log = await readFile(world.file('security.jsonl'), 'utf8');
    expect(log)
      .to.match(/"event":"backup.made","how":"unencrypted"/)
      .and.to.match(/"event":"backup.restored"/);
    await writeFile(world.file('piped'), piped.stdout);
    const copy = await openCopy(
      { ...world.config, checkMongodbUri: world.service.uri },
      world.source('piped'),
    );
    expect([copy.differing, copy.issuing]).to.deep.equal([[], null]);
    await copy.close();
  });
});
